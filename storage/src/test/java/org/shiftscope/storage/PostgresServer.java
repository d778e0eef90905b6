package org.shiftscope.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL with a cluster that is thrown away, on the loopback. It ends with the process
 * that started it, even where that is killed: a shell beside it reads until then.
 */
public final class PostgresServer implements AutoCloseable {

  private static final String USER = "shiftscope";
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final long PATIENCE_SECONDS = 60;

  private static final String SERVE =
      """
      "$1/postgres" -D "$2/data" -p "$3" -k "$2" -h 127.0.0.1 \
        -c fsync=$4 -c full_page_writes=$4 -c max_connections=300 >>"$2/log" 2>&1 &
      cat >/dev/null
      kill -INT $!
      wait
      """;

  private static final class One {
    static final PostgresServer SERVER = start();
  }

  private final Path programs;
  private final Path folder;
  private final int port;
  private final String fsync;
  private Process process;

  private PostgresServer(Path programs, Path folder, int port, String fsync) throws IOException {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
    this.fsync = fsync;
    this.process = serve();
  }

  /** The one that the tests of a process share, each with a schema of its own. */
  public static PostgresServer shared() {
    return One.SERVER;
  }

  /** One that a test may stop. */
  public static PostgresServer start() {
    return start("off");
  }

  /** One whose commits wait for the disk, as they do where somebody installs it. */
  static PostgresServer startForcing() {
    return start("on");
  }

  private static PostgresServer start(String fsync) {
    Path programs =
        Path.of(System.getenv().getOrDefault("SHIFTSCOPE_POSTGRES", "/usr/lib/postgresql/15/bin"));
    if (!Files.isExecutable(programs.resolve("initdb"))) {
      throw new IllegalStateException(
          "No PostgreSQL in "
              + programs
              + ": set SHIFTSCOPE_POSTGRES, as .mvn/find-postgres.sh does.");
    }
    try {
      Path folder = Files.createTempDirectory("shiftscope-postgres-");
      if (isRoot()) {
        UserPrincipal other =
            folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(other());
        Files.setOwner(folder, other);
      }
      initialize(programs, folder);
      guard(folder.resolve("data").resolve("pg_hba.conf"));
      int port = freePort();
      var server = new PostgresServer(programs, folder, port, fsync);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      server.awaitReady();
      return server;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static void initialize(Path programs, Path folder) throws IOException {
    Process made =
        asOther(
                List.of(
                    programs.resolve("initdb").toString(),
                    "-D",
                    folder.resolve("data").toString(),
                    "-U",
                    USER,
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-sync"))
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (made.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("initdb failed: " + said);
    }
  }

  /** The first line that fits counts. */
  private static void guard(Path access) throws IOException {
    Files.writeString(
        access, "host guarded all 127.0.0.1/32 scram-sha-256\n" + Files.readString(access));
  }

  private Process serve() throws IOException {
    return asOther(
            List.of(
                "sh",
                "-c",
                SERVE,
                "sh",
                programs.toString(),
                folder.toString(),
                Integer.toString(port),
                fsync))
        .start();
  }

  /** PostgreSQL refuses to run as root. */
  private static ProcessBuilder asOther(List<String> command) {
    List<String> whole = new ArrayList<>();
    if (isRoot()) {
      whole.addAll(List.of("setpriv", "--reuid=" + other(), "--clear-groups", "--"));
    }
    whole.addAll(command);
    return new ProcessBuilder(whole).directory(Path.of("/").toFile());
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static String other() {
    try (var accounts = Files.lines(Path.of("/etc/passwd"))) {
      return accounts.anyMatch(line -> line.startsWith("postgres:")) ? "postgres" : "nobody";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try (Connection one = connect("postgres")) {
        return;
      } catch (SQLException notYet) {
        if (System.nanoTime() > until || !process.isAlive()) {
          throw new IllegalStateException("PostgreSQL does not answer: see " + folder, notYet);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20); // there is nothing to wait on
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A database with nothing in it, whose URL names a schema that is not there yet. */
  public DatabaseAddress fresh() {
    return address("postgres?currentSchema=test" + NUMBERS.incrementAndGet());
  }

  /** A database that asks for a password, and lets {@code guest} in but make nothing. */
  public synchronized DatabaseAddress guarded() throws SQLException {
    try (Connection other = connect("postgres");
        var statement = other.createStatement()) {
      if (!statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = 'guest'").next()) {
        statement.execute("CREATE ROLE guest LOGIN PASSWORD 'guest of the house'");
        statement.execute("CREATE DATABASE guarded");
      }
    }
    return new DatabaseAddress(
        url("guarded"), Optional.of("guest"), Optional.of("guest of the house"));
  }

  /** What follows the server in a URL. */
  public DatabaseAddress address(String database) {
    return at(url(database));
  }

  /** A whole URL of such a server. */
  public static DatabaseAddress at(String url) {
    return new DatabaseAddress(url, Optional.of(USER), Optional.empty());
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** A connection beside storage's. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, "");
  }

  /** Runs a statement as somebody else would; returns how many rows it changed. */
  public static int execute(DatabaseAddress address, String sql, Object... values) {
    try (Connection other =
            DriverManager.getConnection(address.url(), address.user().orElseThrow(), "");
        var statement = other.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
      return statement.getUpdateCount();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Ends it, and all connections. */
  public synchronized void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Starts it again, at the same port, with what it held. */
  public synchronized void startAgain() {
    try {
      process = serve();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    awaitReady();
  }

  @Override
  public synchronized void close() {
    if (!Files.exists(folder)) {
      return;
    }
    stop();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
