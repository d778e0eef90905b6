package org.shiftscope.storage;

import java.nio.file.Path;

/** Who is told of experiments that ended, on H2. */
final class H2NoticesTest extends NoticesContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }
}
