package org.shiftscope.storage;

import java.nio.file.Path;

/** The same on PostgreSQL. */
final class PostgresNoticesTest extends NoticesContract {

  @Override
  Storage open(Path home) {
    return Storage.open(TriedDatabase.POSTGRES.in(home), clock());
  }
}
