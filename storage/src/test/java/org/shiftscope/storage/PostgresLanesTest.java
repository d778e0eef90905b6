package org.shiftscope.storage;

import java.nio.file.Path;

/** The same on PostgreSQL. */
final class PostgresLanesTest extends LanesContract {

  @Override
  Storage open(Path home) {
    return Storage.open(TriedDatabase.POSTGRES.in(home), clock());
  }

  @Override
  void aMinuteLater() {
    PostgresServer.execute(
        TriedDatabase.POSTGRES.in(folder).database().orElseThrow(),
        "UPDATE worker SET heartbeat = heartbeat - INTERVAL '2 minutes'");
  }
}
