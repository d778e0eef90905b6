package org.shiftscope.storage;

import java.nio.file.Path;

/** Checkpoints on H2. */
final class H2CheckpointsTest extends CheckpointsContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }
}
