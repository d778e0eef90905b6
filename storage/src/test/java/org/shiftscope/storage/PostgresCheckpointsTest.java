package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Checkpoints in PostgreSQL. */
final class PostgresCheckpointsTest extends CheckpointsContract {

  @Override
  Storage open(Path home) {
    return Storage.open(TriedDatabase.POSTGRES.in(home.resolve("data")), clock());
  }

  @Override
  List<String> checkpoints() {
    try {
      return inRows(TriedDatabase.POSTGRES.connect(folder.resolve("data")));
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
