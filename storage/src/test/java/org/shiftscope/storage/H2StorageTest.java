package org.shiftscope.storage;

import java.nio.file.Path;

/** The contract on H2. */
final class H2StorageTest extends StorageContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }
}
