package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.storage.TrialQueue.Lane;

/** What is noted beside the database follows from the changes, and is what is in it. */
@Timeout(60)
final class HoldingsTest {

  @TempDir Path folder;

  @Test
  void whatIsNotedAfterChangesOfAllKindsIsWhatIsThere() throws Exception {
    try (Storage storage = Storage.open(folder, StorageStory.clock());
        var heard = new Heard(storage.experiments())) {
      Experiments experiments = storage.experiments();
      Experiment purged = experiments.submit(Samples.spec("purged", 3));
      Experiment kept = experiments.submit(Samples.spec("kept", 2));
      try (var lane =
          storage
              .queue()
              .start(
                  new Lane("cpu", 1),
                  (spec, trial, watch) -> {
                    watch.reached(NamedPoint.SGD_END, new double[] {1, 2});
                    return Samples.result(trial);
                  })) {
        heard.awaitEnd(purged);
        heard.awaitEnd(kept);
      }
      Experiment cancelled = experiments.submit(Samples.spec("cancelled", 4));
      experiments.cancel(cancelled.id());
      experiments.retry(cancelled.id());
      experiments.delete(purged.id());
      assertThat(experiments.purge(purged.id())).isTrue();
    }
    Holdings noted;
    try (KeepHoldings holdings = KeepHoldings.of(folder)) {
      noted = holdings.last().orElseThrow().holdings();
    }
    try (var connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("shiftscope"), "shiftscope", "");
        Handle handle = Jdbi.open(connection)) {
      assertThat(noted).isEqualTo(Holdings.in(handle));
    }
    assertThat(noted.rows().subList(0, 2)).isEqualTo(List.of(2L, 6L));
    assertThat(noted.rows().subList(3, 6)).allMatch(rows -> rows > 0);
  }
}
