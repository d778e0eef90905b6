package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.fault.EndProcess;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code make torture}: a server with a small heap, of which a hundred readers of large results,
 * people who submit and trials with long results want more than there is. It goes on with its
 * database, or ends for its supervisor; all that it said to be stored is there at the next start.
 */
@EnabledIfSystemProperty(named = "torture", matches = "|true")
@Timeout(600)
class EndOfMemoryIT {

  private static final int READERS = 100;
  private static final int READS = 5;
  private static final int SUBMITS = 25;

  @TempDir private Path folder;

  @Test
  void theServerGoesOnWithItsDatabaseOrEndsForItsSupervisor() throws Exception {
    Set<String> told = ConcurrentHashMap.newKeySet();
    String large = large();
    told.add(large);
    boolean goesOn;
    try (ChildServer server = launch("96m")) {
      Lab lab = server.serving();
      storm(lab, large, told);
      goesOn = server.isAlive();
      if (goesOn) {
        work(server, lab, told);
      } else {
        assertThat(server.exitCode()).isEqualTo(EndProcess.STATUS);
      }
    }
    if (!goesOn) {
      try (ChildServer anew = launch("96m")) {
        work(anew, anew.serving(), told);
      }
    }
    try (ChildServer again = launch("256m")) {
      Lab lab = again.serving();
      assertThat(told).allSatisfy(path -> assertThat(lab.get(path).status()).isEqualTo(200));
    }
  }

  private static void work(ChildServer server, Lab lab, Set<String> told) throws Exception {
    told.forEach(path -> lab.post(path + "/cancel", ""));
    String after = submitInsisting(lab);
    told.add(after);
    lab.untilEnd(after);
    assertThat(lab.experiment(after).get("state").asString()).isEqualTo("finished");
    assertThat(lab.get("/api/health/ready").status()).isEqualTo(200);
    assertThat(server.stop(30)).isTrue();
  }

  /** Several megabytes of results, found with more memory. */
  private String large() throws Exception {
    try (ChildServer roomy = launch("400m")) {
      Lab lab = roomy.serving();
      String path = lab.submit(spec(2, 10_001));
      lab.untilEnd(path);
      assertThat(lab.experiment(path).get("state").asString()).isEqualTo("finished");
      assertThat(roomy.stop(30)).isTrue();
      return path;
    }
  }

  /** Its log is left unread, so it must not go into a pipe. */
  private ChildServer launch(String heap) throws IOException {
    return ChildServer.launch(
        List.of(
            "sh",
            "-c",
            "JAVA_OPTS=-Xmx" + heap + " exec \"$@\" 2>/dev/null",
            "sh",
            System.getProperty("shiftscope.launcher")),
        "serve",
        "--port",
        "0",
        "--data",
        folder.toString());
  }

  private static ObjectNode spec(int seeds, int points) {
    ObjectNode spec = Lab.smallSweep(seeds);
    spec.at("/line").asObject().put("points", points);
    return spec;
  }

  private static void storm(Lab lab, String read, Set<String> told) throws Exception {
    try (ExecutorService people = Executors.newFixedThreadPool(READERS + 2)) {
      List<Future<?>> all = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        all.add(people.submit(() -> read(lab, read)));
      }
      all.add(people.submit(() -> submit(lab, told)));
      all.add(people.submit(() -> submit(lab, told)));
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  private static void read(Lab lab, String read) {
    for (int i = 0; i < READS; i++) {
      try {
        lab.bytes(read + "/results");
      } catch (AssertionError refused) { // memory is what they are to take, not to have
        continue;
      }
    }
  }

  private static void submit(Lab lab, Set<String> told) {
    for (int i = 0; i < SUBMITS; i++) {
      try {
        told.add(lab.submit(spec(1, 3_001)));
      } catch (AssertionError refused) {
        continue;
      }
    }
  }

  /** As a person does who is told to try again. */
  private static String submitInsisting(Lab lab) {
    for (int left = 20; ; left--) {
      try {
        return lab.submit(spec(1, 61));
      } catch (AssertionError refused) {
        if (left == 0) {
          throw refused;
        }
      }
    }
  }
}
