package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.story.Lab.ServerEvent;
import org.shiftscope.storage.DatabaseAddress;
import org.shiftscope.storage.PostgresServer;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code make torture}: workers that are killed again and again, frozen, and cut off from the
 * database. Nothing is lost, nothing is stored twice, and all has the bits of one process alone.
 */
@EnabledIfSystemProperty(named = "torture", matches = "|true")
@Timeout(1_200)
class ClusterTortureIT {

  private static final int KILLS = Integer.getInteger("torture.kills", 6);
  private static final int SEEDS = 4;

  @TempDir private Path folder;

  @Test
  void workersAreKilledAgainAndAgain() throws Exception {
    ObjectNode spec = Lab.sweep(SEEDS, 30_000);
    var cluster = new Cluster(folder);
    Map<String, ChildServer> workers = new HashMap<>();
    try (ChildServer server = cluster.server()) {
      Lab lab = server.serving();
      add(cluster, workers, "first");
      add(cluster, workers, "second");
      String path = lab.submit(spec);
      for (int kill = 0; kill < KILLS; kill++) {
        String holder = cluster.awaitCheckpoint(path, workers.keySet());
        Objects.requireNonNull(workers.remove(holder)).kill();
        add(cluster, workers, "next" + kill);
      }
      allIsAsAlone(lab, path, spec, lab.untilEnd(path));
    } finally {
      workers.values().forEach(ChildServer::close);
    }
  }

  private static void add(Cluster cluster, Map<String, ChildServer> workers, String name)
      throws IOException {
    ChildServer worker = cluster.worker(name);
    workers.put(Cluster.running(worker), worker);
  }

  @Test
  void aFrozenWorkerOverwritesNothingWhenItWakes() throws Exception {
    ObjectNode spec = Lab.sweep(1, 60_000);
    var cluster = new Cluster(folder);
    try (ChildServer server = cluster.server();
        ChildServer first = cluster.worker("first")) {
      Lab lab = server.serving();
      String worker = Cluster.running(first);
      String path = lab.submit(spec);
      cluster.awaitCheckpoint(path, Set.of(worker));
      first.signal("STOP");
      try (ChildServer second = cluster.worker("second")) {
        Thread.sleep(40_000); // so long it is frozen: the time is what is tried
        first.signal("CONT");
        allIsAsAlone(lab, path, spec, lab.untilEnd(path));
        assertThat(lab.trials(path)).extracting(t -> t.get("attempts").asInt()).contains(2);
        assertThat(first.stop(10)).isTrue();
        assertThat(second.stop(10)).isTrue();
      }
    }
  }

  @Test
  void aWorkerWhoseLinkIsCutKeepsNothingFromTheOthersAndComesBack() throws Exception {
    assumeTrue(Link.isAllowed(), "network namespaces are for root");
    ObjectNode spec = Lab.sweep(1, 60_000);
    DatabaseAddress database = PostgresServer.shared().fresh();
    var cluster = new Cluster(folder, database);
    try (Link link = Link.to(database);
        ChildServer server = cluster.server();
        ChildServer far = link.worker(folder.resolve("far"))) {
      Lab lab = server.serving();
      String worker = Cluster.running(far);
      String path = lab.submit(spec);
      cluster.awaitCheckpoint(path, Set.of(worker));
      link.cut();
      try (ChildServer near = cluster.worker("near")) {
        Thread.sleep(40_000); // so long it is cut off
        link.mend();
        allIsAsAlone(lab, path, spec, lab.untilEnd(path));
        assertThat(lab.trials(path)).extracting(t -> t.get("attempts").asInt()).contains(2);

        assertThat(near.stop(10)).isTrue();
        String more = lab.submit(Lab.smallSweep(1));
        lab.untilEnd(more); // by the one that was cut off
        assertThat(lab.experiment(more).get("state").asString()).isEqualTo("finished");
      }
    }
  }

  private void allIsAsAlone(Lab lab, String path, ObjectNode spec, List<ServerEvent> events)
      throws Exception {
    assertThat(lab.experiment(path).get("state").asString()).isEqualTo("finished");
    assertThat(FoundAlone.of(lab.trials(path))).isEqualTo(FoundAlone.on(folder, spec));
    Map<Integer, Long> ends =
        events.stream()
            .filter(event -> event.name().equals("trial-ended"))
            .collect(
                Collectors.groupingBy(
                    event -> event.data().get("trial").asInt(), Collectors.counting()));
    assertThat(ends).hasSize(lab.trials(path).size());
    assertThat(ends.values()).containsOnly(1L);
  }
}
