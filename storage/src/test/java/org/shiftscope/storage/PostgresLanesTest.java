package org.shiftscope.storage;

import java.nio.file.Path;
import java.util.Optional;

/** The same on PostgreSQL. */
final class PostgresLanesTest extends LanesContract {

  private final DatabaseAddress database = PostgresServer.shared().fresh();

  @Override
  Storage open(Path home) {
    return Storage.open(new RecordPlace(home.resolve("data"), Optional.of(database)), clock());
  }

  @Override
  void aMinuteLater() {
    PostgresServer.execute(
        database, "UPDATE worker SET heartbeat = heartbeat - INTERVAL '2 minutes'");
  }
}
