package org.shiftscope.storage;

import java.nio.file.Path;
import java.util.List;

/** Checkpoints in the data folder, beside H2. */
final class H2CheckpointsTest extends CheckpointsContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }

  @Override
  List<String> checkpoints() {
    return inFolder(folder.resolve("data").resolve("checkpoints"));
  }
}
