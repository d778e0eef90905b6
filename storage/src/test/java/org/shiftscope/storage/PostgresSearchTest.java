package org.shiftscope.storage;

import java.nio.file.Path;
import java.util.Optional;

/** The same on PostgreSQL. */
final class PostgresSearchTest extends SearchContract {

  private final DatabaseAddress database = PostgresServer.shared().fresh();

  @Override
  Storage open(Path home) {
    return Storage.open(new RecordPlace(home.resolve("data"), Optional.of(database)), clock());
  }

  @Override
  void forgetFindings() {
    PostgresServer.execute(database, "DELETE FROM finding");
    PostgresServer.execute(database, "UPDATE experiment SET found_over = NULL");
  }
}
