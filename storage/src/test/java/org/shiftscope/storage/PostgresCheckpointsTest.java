package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Checkpoints in PostgreSQL. */
final class PostgresCheckpointsTest extends CheckpointsContract {

  private final DatabaseAddress database = PostgresServer.shared().fresh();

  @Override
  Storage open(Path home) {
    return Storage.open(new RecordPlace(home.resolve("data"), Optional.of(database)), clock());
  }

  @Override
  List<String> checkpoints() {
    try {
      return inRows(DriverManager.getConnection(database.url(), database.user().orElseThrow(), ""));
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
