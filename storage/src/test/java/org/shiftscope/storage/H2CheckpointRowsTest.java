package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Checkpoints in H2 itself. */
final class H2CheckpointRowsTest extends CheckpointsContract {

  @Override
  Storage open(Path home) {
    return Storage.open(
        new RecordPlace(home.resolve("data"), Optional.empty(), Optional.empty()), clock());
  }

  @Override
  List<String> checkpoints() {
    try {
      return inRows(new H2Folder(folder.resolve("data")).database().getConnection());
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
