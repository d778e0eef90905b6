package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL. */
final class PostgresLanesTest extends LanesContract {

  @Override
  Storage open(Path home) {
    return Storage.open(TriedDatabase.POSTGRES.in(home), clock());
  }

  @Override
  Connection connect() throws SQLException {
    return TriedDatabase.POSTGRES.connect(folder);
  }

  @Override
  void aMinuteLater() {
    PostgresServer.execute(
        TriedDatabase.POSTGRES.in(folder).database().orElseThrow(),
        "UPDATE worker SET heartbeat = heartbeat - INTERVAL '2 minutes'");
  }

  @Test
  void aDumpThatIsUnderWayHoldsNoStartUp() throws SQLException {
    try (Connection dump = connect();
        var statement = dump.createStatement()) {
      dump.setAutoCommit(false);
      statement.execute("LOCK TABLE scheduled_tasks_cpu IN ACCESS SHARE MODE"); // as pg_dump does
      reopen();
      serve(ONE_SLOT);
      start(ONE_SLOT, StorageStory::quick);
      Experiment experiment = experiments.submit(Samples.spec("beside a dump", 1));
      heard.awaitEnd(experiment);
      assertThat(states(experiment)).containsOnly(TrialState.FINISHED);
    }
  }
}
