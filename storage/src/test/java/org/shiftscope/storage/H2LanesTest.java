package org.shiftscope.storage;

import java.nio.file.Path;

/** Lanes on H2. */
final class H2LanesTest extends LanesContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }
}
