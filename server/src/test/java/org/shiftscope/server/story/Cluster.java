package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shiftscope.storage.DatabaseAddress;
import org.shiftscope.storage.PostgresServer;

/**
 * A server and workers in processes of their own, on one database of PostgreSQL.
 *
 * @param folder where each has its data folder
 * @param database theirs
 */
record Cluster(Path folder, DatabaseAddress database) {

  private static final Pattern RUNNING =
      Pattern.compile("Running trials as worker ([a-z0-9]{12}) until Ctrl-C\\.");
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  /** On a database with nothing in it. */
  Cluster(Path folder) {
    this(folder, PostgresServer.shared().fresh());
  }

  /** A server that runs no trials. */
  ChildServer server() throws IOException {
    return launch("serve", "server", "--port", "0", "--slots", "0");
  }

  /** A worker that runs one trial at a time. */
  ChildServer worker(String name) throws IOException {
    return launch("worker", name, "--slots", "1");
  }

  private ChildServer launch(String command, String name, String... more) throws IOException {
    String[] arguments = new String[7 + more.length];
    arguments[0] = command;
    arguments[1] = "--data";
    arguments[2] = folder.resolve(name).toString();
    arguments[3] = "--database";
    arguments[4] = database.url();
    arguments[5] = "--database-user";
    arguments[6] = database.user().orElseThrow();
    System.arraycopy(more, 0, arguments, 7, more.length);
    return ChildServer.launch(arguments);
  }

  /** Waits until a worker runs trials. Returns its id. */
  static String running(ChildServer worker) throws IOException {
    return worker.awaitSaid(RUNNING);
  }

  /**
   * Waits until a trial of an experiment runs on one of some workers and has a checkpoint, and may
   * see another death. Returns its worker.
   */
  String awaitCheckpoint(String path, Collection<String> workers) throws Exception {
    String id = path.substring(path.lastIndexOf('/') + 1);
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Optional<String> worker =
          find(
              "SELECT trial.worker FROM checkpoint JOIN trial"
                  + " ON trial.experiment = checkpoint.experiment"
                  + " AND trial.number = checkpoint.number AND trial.attempts = checkpoint.attempt"
                  + " WHERE trial.state = 'running' AND trial.deaths < 2 AND trial.experiment = '"
                  + id
                  + "' AND trial.worker IN ('"
                  + String.join("', '", workers)
                  + "')");
      if (worker.isPresent()) {
        return worker.get();
      }
      assertThat(System.nanoTime()).describedAs("a checkpoint came in time").isLessThan(until);
      Thread.sleep(20); // there is no event to wait for: checkpoints come silently
    }
  }

  /** What the first column of the first row holds. */
  Optional<String> find(String sql) throws SQLException {
    try (Connection other =
            DriverManager.getConnection(database.url(), database.user().orElseThrow(), "");
        var statement = other.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    }
  }
}
