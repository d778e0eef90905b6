package org.shiftscope.storage;

import java.nio.file.Path;

/** Pauses on H2. */
final class H2PauseTest extends PauseContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }
}
