package org.shiftscope.storage;

import java.nio.file.Path;

/** The same on PostgreSQL. */
final class PostgresSearchTest extends SearchContract {

  @Override
  Storage open(Path home) {
    return Storage.open(TriedDatabase.POSTGRES.in(home), clock());
  }

  @Override
  void forgetFindings() {
    DatabaseAddress database = TriedDatabase.POSTGRES.in(folder).database().orElseThrow();
    PostgresServer.execute(database, "DELETE FROM finding");
    PostgresServer.execute(database, "UPDATE experiment SET found_over = NULL");
  }
}
