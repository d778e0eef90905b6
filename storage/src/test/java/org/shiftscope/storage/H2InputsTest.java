package org.shiftscope.storage;

import java.nio.file.Path;
import java.util.List;

/** Trials that need points of others, on H2. */
final class H2InputsTest extends InputsContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home, clock());
  }

  @Override
  List<Object> place(Path home) {
    return List.of(home);
  }
}
