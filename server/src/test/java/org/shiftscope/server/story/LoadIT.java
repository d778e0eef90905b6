package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.shiftscope.server.story.Lab.Answer;
import tools.jackson.databind.JsonNode;

/**
 * {@code make load}: how long the launcher takes to start on a record of thousands of finished
 * experiments, and to answer from it over loopback.
 */
@EnabledIfSystemProperty(named = "load", matches = ".*")
class LoadIT {

  private static final int REQUESTS = 200;
  private static final int WARM_UP = 50;

  @Test
  void theServerStartsAndAnswersInTimeWithManyExperiments() throws Exception {
    Path data = ManyExperiments.folder();
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
          REQUESTS * 13, server.residentBytes() / 1e6);
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
                i -> "/api/experiments?text=number+" + i * 7 % ManyExperiments.COUNT + "x"));
    slowest = Math.max(slowest, time(lab, "search, no hit", i -> "/api/experiments?text=nowhere"));
    for (String q :
        List.of(
            "kind:temperature-sweep network:mlp dataset:digits number",
            "curvature<1e9 measured>5 -tag:old",
            "-has:curvature -note:nowhere",
            "created>2020 tag:nothing,nowhere",
            "is:active,archived state:finished tau>2")) {
      String asked = "/api/experiments?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
      slowest = Math.max(slowest, time(lab, "search, " + q, i -> asked));
    }
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
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String asked = path.apply(i);
      long start = System.nanoTime();
      Answer answer = lab.get(asked);
      millis.add((System.nanoTime() - start) / 1e6);
      assertThat(answer.status()).describedAs(asked).isEqualTo(200);
    }
    Latencies took = Latencies.of(millis);
    say("| %s | %s |", what, took);
    return took.slow();
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
