package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server without trials of its own and two workers, in their own processes, on one PostgreSQL.
 */
@Timeout(240)
class ClusterIT {

  @TempDir private Path folder;

  @Test
  void whatAKilledWorkerHeldGoesOnElsewhereAndAllHasTheBitsOfOneProcessAlone() throws Exception {
    var cluster = new Cluster(folder);
    try (ChildServer server = cluster.server();
        ChildServer first = cluster.worker("first");
        ChildServer second = cluster.worker("second")) {
      Lab lab = server.serving();
      String one = Cluster.running(first);
      String other = Cluster.running(second);
      String quick = lab.submit(Lab.smallSweep(2));
      String slow = lab.submit(Lab.sweep(1, 30_000));
      String holder = cluster.awaitCheckpoint(slow, List.of(one, other));
      (holder.equals(one) ? first : second).kill();
      Instant killed = Instant.now();

      List<JsonNode> alone = FoundAlone.on(folder, Lab.sweep(1, 30_000)); // meanwhile
      lab.untilEnd(quick);
      lab.untilEnd(slow);
      Instant again = takenOver(lab, slow);
      assertThat(Duration.between(killed, again)).isLessThan(Duration.ofSeconds(30));
      assertThat(FoundAlone.of(lab.trials(slow))).isEqualTo(alone);
      assertThat(lab.trials(slow))
          .describedAs("%s", lab.untilEnd(slow))
          .extracting(t -> t.get("attempts").asInt())
          .contains(2);
      assertThat(lab.trials(quick))
          .allSatisfy(trial -> assertThat(trial.get("state").asString()).isEqualTo("finished"));

      String stopped = lab.submit(Lab.sweep(1, 1e5));
      cluster.awaitCheckpoint(stopped, List.of(one, other));
      ChildServer left = holder.equals(one) ? second : first;
      assertThat(left.stop(10)).isTrue();
      assertThat(lab.trials(stopped))
          .allSatisfy(trial -> assertThat(trial.get("state").asString()).isEqualTo("queued"));
      assertThat(cluster.find("SELECT MAX(deaths) FROM trial WHERE state = 'queued'"))
          .contains("0");
    }
  }

  private static Instant takenOver(Lab lab, String path) {
    return lab.events(path, "?until=end", event -> event.name().equals("trial-requeued")).stream()
        .filter(event -> event.name().equals("trial-requeued"))
        .map(event -> Instant.parse(event.data().get("at").asString()))
        .findFirst()
        .orElseThrow();
  }
}
