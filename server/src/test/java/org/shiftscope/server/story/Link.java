package org.shiftscope.server.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.shiftscope.storage.DatabaseAddress;

/**
 * A network namespace of Linux, as a box of its own, and the one link from there to the database:
 * cut, nothing comes through, and nobody is told.
 */
final class Link implements AutoCloseable {

  private static final String BOX = "shiftscope-far";
  private static final String HERE = "10.213.77.1";

  private final DatabaseAddress database;
  private final ServerSocket relay;

  private Link(DatabaseAddress database, ServerSocket relay) {
    this.database = database;
    this.relay = relay;
  }

  /** Whether this process may make one. */
  static boolean isAllowed() {
    try {
      run("ip", "netns", "add", BOX);
      run("ip", "netns", "del", BOX);
      return true;
    } catch (IOException | InterruptedException | IllegalStateException refused) {
      return false;
    }
  }

  static Link to(DatabaseAddress database) throws IOException, InterruptedException {
    run("ip", "netns", "add", BOX);
    run("ip", "link", "add", "far0", "type", "veth", "peer", "name", "far1", "netns", BOX);
    run("ip", "addr", "add", HERE + "/30", "dev", "far0");
    run("ip", "link", "set", "far0", "up");
    run("ip", "-n", BOX, "addr", "add", "10.213.77.2/30", "dev", "far1");
    run("ip", "-n", BOX, "link", "set", "far1", "up");
    run("ip", "-n", BOX, "link", "set", "lo", "up");
    var relay = new ServerSocket(0, 50, InetAddress.getByName(HERE));
    var link = new Link(database, relay);
    Thread.ofPlatform().daemon().start(link::relay);
    return link;
  }

  private int port() {
    return URI.create(database.url().substring("jdbc:".length())).getPort();
  }

  /** A worker on that box. */
  ChildServer worker(Path data) throws IOException {
    String url = database.url().replace("127.0.0.1:" + port(), HERE + ":" + relay.getLocalPort());
    return ChildServer.launch(
        List.of("ip", "netns", "exec", BOX, System.getProperty("shiftscope.launcher")),
        "worker",
        "--data",
        data.toString(),
        "--database",
        url,
        "--database-user",
        database.user().orElseThrow(),
        "--slots",
        "1");
  }

  void cut() throws IOException, InterruptedException {
    run("ip", "-n", BOX, "link", "set", "far1", "down");
  }

  void mend() throws IOException, InterruptedException {
    run("ip", "-n", BOX, "link", "set", "far1", "up");
  }

  /** PostgreSQL listens on the loopback alone. */
  private void relay() {
    while (!relay.isClosed()) {
      try {
        Socket far = relay.accept();
        var near = new Socket();
        near.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        Thread.ofVirtual().start(() -> pass(far, near));
        Thread.ofVirtual().start(() -> pass(near, far));
      } catch (IOException closed) {
        // the next one, or the end
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException cut) {
      // both are closed
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + said);
    }
  }

  @Override
  public void close() {
    try {
      relay.close();
      run("ip", "netns", "del", BOX); // and with it both ends of the link
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
