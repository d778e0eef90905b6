package org.shiftscope.storage;

import java.nio.file.Path;

/** Pauses on PostgreSQL. */
final class PostgresPauseTest extends PauseContract {

  @Override
  Storage open(Path home) {
    return Storage.open(TriedDatabase.POSTGRES.in(home), clock());
  }
}
