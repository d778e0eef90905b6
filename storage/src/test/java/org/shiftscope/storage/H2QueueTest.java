package org.shiftscope.storage;

import java.nio.file.Path;

/** The queue on H2. */
final class H2QueueTest extends QueueContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }
}
