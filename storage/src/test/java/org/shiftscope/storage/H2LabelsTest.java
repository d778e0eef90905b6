package org.shiftscope.storage;

import java.nio.file.Path;

/** What people put on experiments, on H2. */
final class H2LabelsTest extends LabelsContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }
}
