package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.server.story.Lab.Answer;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.TrialQueue.Lane;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code make load}: how long the launcher takes to start on a record of thousands of finished
 * experiments, and to answer from it over loopback. The record is made once through the queue, each
 * trial with a real result, and kept in the build folder.
 */
@EnabledIfSystemProperty(named = "load", matches = ".*")
class LoadIT {

  private static final int EXPERIMENTS = Integer.getInteger("load.experiments", 5_000);
  private static final int SEEDS = 15; // of two temperatures
  private static final int REQUESTS = 200;
  private static final int WARM_UP = 50;

  @Test
  void theServerStartsAndAnswersInTimeWithManyExperiments() throws Exception {
    Path data = Path.of("target", "load-" + EXPERIMENTS).toAbsolutePath();
    if (!Files.exists(data.resolve("whole"))) {
      fill(data);
      Files.createFile(data.resolve("whole"));
    }
    long start = System.nanoTime();
    try (ChildServer server =
        ChildServer.launch("serve", "--port", "0", "--data", data.toString())) {
      Lab lab = server.serving();
      assertThat(lab.get("/api/health").status()).isEqualTo(200);
      double seconds = (System.nanoTime() - start) / 1e9;
      say("| start, to the first answer | %.1f s |", seconds);
      say("| database file | %.0f MB |", Files.size(data.resolve("shiftscope.mv.db")) / 1e6);
      double slowest = ask(lab);
      say(
          "| memory of the process (RSS) after %d requests | %.0f MB |",
          REQUESTS * 8, server.residentBytes() / 1e6);
      assertThat(seconds).isLessThan(10);
      assertThat(slowest).describedAs("milliseconds").isLessThan(300);
    }
  }

  private static double ask(Lab lab) {
    JsonNode[] known =
        lab.get("/api/experiments?limit=1000").json().valueStream().toArray(JsonNode[]::new);
    IntFunction<String> one =
        i -> "/api/experiments/" + known[i * 37 % known.length].get("id").asString();
    String withParameters = "/api/experiments/" + known[0].get("id").asString();
    double slowest = 0;
    slowest = Math.max(slowest, time(lab, "list, first 100", i -> "/api/experiments"));
    slowest =
        Math.max(
            slowest,
            time(
                lab,
                "list, a page in the middle",
                i -> "/api/experiments?after=" + known[known.length - 1].get("id").asString()));
    slowest =
        Math.max(
            slowest,
            time(
                lab,
                "search, some hits",
                i -> "/api/experiments?text=number+" + i * 7 % EXPERIMENTS + "x"));
    slowest = Math.max(slowest, time(lab, "search, no hit", i -> "/api/experiments?text=nowhere"));
    slowest = Math.max(slowest, time(lab, "open", one));
    slowest =
        Math.max(slowest, time(lab, "results of one (30 trials)", i -> one.apply(i) + "/results"));
    slowest =
        Math.max(
            slowest, time(lab, "one .npz", i -> withParameters + "/trials/0/parameters/sgd-end"));
    return Math.max(slowest, time(lab, "health", i -> "/api/health"));
  }

  /** Asks again and again. Returns the 95th percentile in milliseconds. */
  private static double time(Lab lab, String what, IntFunction<String> path) {
    for (int i = 0; i < WARM_UP; i++) {
      lab.get(path.apply(i));
    }
    double[] millis = new double[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      String asked = path.apply(i);
      long start = System.nanoTime();
      Answer answer = lab.get(asked);
      millis[i] = (System.nanoTime() - start) / 1e6;
      assertThat(answer.status()).describedAs(asked).isEqualTo(200);
    }
    Arrays.sort(millis);
    say(
        "| %s | median %.1f ms, 95th percentile %.1f ms |",
        what, millis[REQUESTS / 2], millis[REQUESTS * 95 / 100]);
    return millis[REQUESTS * 95 / 100];
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }

  /** The last experiment, the newest, is a real one with its parameters. */
  private static void fill(Path data) throws InterruptedException, IOException {
    Files.createDirectories(data);
    ExperimentSpec sweep = ReadSpec.from(Lab.smallSweep(SEEDS));
    var real = new RunTrial(new DataFolder(data), new Execution("cpu", 1, "load"));
    TrialResult result = real.run(sweep, 0, TrialWatch.none());
    try (Storage storage = Storage.open(data, Clock.systemUTC())) {
      var left = new CountDownLatch(EXPERIMENTS);
      storage.experiments().subscribe(event -> countEnd(event, left));
      long start = System.nanoTime();
      for (int i = 0; i < EXPERIMENTS; i++) {
        Experiment unused = storage.experiments().submit(titled("number " + i + "x"));
      }
      double submitted = (System.nanoTime() - start) / 1e9;
      try (var lane =
          storage
              .queue()
              .start(
                  new Lane("cpu", 4),
                  (spec, trial, watch) -> {
                    if (trial == 0 && spec.title().equals("number " + (EXPERIMENTS - 1) + "x")) {
                      return real.run(spec, trial, watch);
                    }
                    return result;
                  })) {
        left.await();
      }
      say("| %d experiments submitted | %.0f s |", EXPERIMENTS, submitted);
      say(
          "| and %d trials stored | %.0f s |",
          EXPERIMENTS * SEEDS * 2, (System.nanoTime() - start) / 1e9 - submitted);
    }
  }

  private static void countEnd(Event event, CountDownLatch left) {
    if (event.type() == Event.Type.EXPERIMENT_ENDED) {
      left.countDown();
    }
  }

  private static ExperimentSpec titled(String title) {
    ObjectNode json = Lab.smallSweep(SEEDS);
    return ReadSpec.from(json.put("title", title));
  }
}
