package org.shiftscope.storage;

import java.nio.file.Path;

/** The queue on PostgreSQL. */
final class PostgresQueueTest extends QueueContract {

  @Override
  Storage open(Path home) {
    return Storage.open(TriedDatabase.POSTGRES.in(home), clock());
  }
}
