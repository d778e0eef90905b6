package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is asked, the answer says what was wrong with it, and never that the server failed. */
@Timeout(120)
class RefusalTest {

  private static final long GB = 1_000_000_000L;

  /** What a number, a text or a whole part of a spec is replaced by. */
  private static final List<String> NASTY =
      List.of(
          "0",
          "-1",
          "1",
          "2",
          "1e-300",
          "1e300",
          "-1e300",
          "0.1",
          "1e9",
          "2147483647",
          "1e-12",
          "9223372036854775807",
          "1" + "0".repeat(400),
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "[1, 2]",
          "[[1]]",
          "\"x\"",
          "\"x^2\"",
          "\"(x^2)^x\"",
          "\"(x^2-1)^2*1e-300\"",
          "\"1e300*x^2\"",
          "\"1/x\"",
          "\"log(x)\"",
          "\"x\\u0000\"",
          "\"exp(exp(exp(9*x)))\"");

  @TempDir private Path folder;

  private RestAlone rest;

  @BeforeEach
  void start() throws Exception {
    rest = new RestAlone(folder, new Memory(GB, 2 * GB));
  }

  @AfterEach
  void stop() throws Exception {
    rest.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/estimates, 2, 8, must make at most 2147483647 parameters",
    "/api/experiments, 2, 8, must make at most 2147483647 parameters",
    "/api/estimates, 20, 1, makes each trial need about ",
    "/api/experiments, 20, 1, makes each trial need about "
  })
  void aNetworkBeyondTheMachineIsRefusedAtItsFieldBeforeAnythingIsAllocated(
      String path, int layers, double width, String law) {
    ObjectNode spec = WriteSpec.toJson(Presets.all().getFirst().spec()).asObject();
    ObjectNode network = spec.putObject("network").put("name", "mlp").put("width", width);
    Collections.nCopies(layers, 10_000).forEach(network.withArray("hidden")::add);
    rest.post(path, "{}"); // what is loaded at the first request is no work of the second

    long start = System.nanoTime();
    HttpResponse<String> answer = rest.post(path, spec.toString());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = json(answer).at("/problems/0");
    assertThat(problem.get("field").asString()).isEqualTo("network.hidden");
    assertThat(problem.get("law").asString()).startsWith(law);
    assertThat(json(rest.get("/api/experiments")).size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "noise, 1e300, noise",
    "noise, 1e200, noise",
    "objective, (x^2)^x, ''",
    "objective, (x^2-1)^2*1e-300, ''"
  })
  void theoryOfNumbersBeyondComputingIsRefusedOrTold(String field, String formula, String refused) {
    ObjectNode spec = landscape();
    if (field.equals("noise")) {
      spec.put("noise", formula);
    } else {
      spec.putObject("objective").put("formula", formula);
    }

    HttpResponse<String> answer = rest.post("/api/theory", spec.toString());

    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
    if (!refused.isEmpty()) {
      assertThat(json(answer).at("/problems/0/field").asString()).isEqualTo(refused);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/experiments", "/api/theory", "/api/estimates"})
  void noMutatedSpecMakesTheServerFail(String path) {
    var random = new Random(path.hashCode());
    List<String> failed = new ArrayList<>();
    // An estimate of a legal spec runs real steps for a second or more.
    int tries = path.equals("/api/estimates") ? 60 : 400;
    for (int i = 0; i < tries; i++) {
      String body = mutated(random).toString();
      HttpResponse<String> answer = rest.post(path, body);
      boolean told = json(answer).has("detail") || answer.statusCode() < 300;
      if (answer.statusCode() >= 500 && answer.statusCode() != 503 || !told) {
        failed.add(answer.statusCode() + " " + answer.body() + " of " + body);
      }
    }
    assertThat(failed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz", "FFFFFFFFFFFFFFFFFF", "-1"})
  void aBodyInMalformedChunksIsRefused(String size) throws Exception {
    assertThat(
            rest.answerTo(
                "POST /api/theory HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + size
                    + "\r\n{}\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void thePageOfAProblemSaysWhatItsExplanationSays() {
    assertThat(rest.get("/api/problems/unauthorized").body())
        .contains("Authorization: Bearer &lt;token&gt;.");
  }

  @Test
  void theEndOfMemoryInARequestIsSaidInItsAnswer() {
    HttpResponse<String> answer = rest.get("/api/health");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(json(answer).get("detail").asString())
        .startsWith("The server's memory is taken")
        .endsWith("ask again later.");
  }

  @Test
  void whoAsksForTheoryWhileItIsToldToOthersIsToldToComeAgain() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try (var other = Executors.newSingleThreadExecutor()) {
      other.submit(
          () ->
              rest.theory.answer(
                  Duration.ZERO,
                  () -> {
                    begun.countDown();
                    return wait(end);
                  }));
      begun.await();
      HttpResponse<String> busy = rest.post("/api/theory", landscape().toString());
      end.countDown();
      assertThat(busy.statusCode()).isEqualTo(429);
      assertThat(busy.headers().firstValue("Retry-After")).contains("5");
      assertThat(json(busy).get("detail").asString()).contains("Ask again in a few seconds.");
    }
    assertThat(rest.post("/api/theory", landscape().toString()).statusCode()).isEqualTo(200);
  }

  private static boolean wait(CountDownLatch end) {
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode landscape() {
    return Presets.all().stream()
        .map(preset -> WriteSpec.toJson(preset.spec()).asObject())
        .filter(spec -> spec.get("kind").asString().equals("landscape"))
        .findFirst()
        .orElseThrow();
  }

  /** A preset of few trials with one to three of its values replaced. */
  private static ObjectNode mutated(Random random) {
    List<Preset> presets = Presets.all();
    ObjectNode spec =
        WriteSpec.toJson(presets.get(random.nextInt(presets.size())).spec()).asObject();
    IntStream.rangeClosed(0, random.nextInt(3)).forEach(i -> mutate(spec, random));
    return spec;
  }

  private static void mutate(JsonNode node, Random random) {
    JsonNode value = JsonMapper.shared().readTree(NASTY.get(random.nextInt(NASTY.size())));
    switch (node) {
      case ObjectNode object when !object.isEmpty() -> {
        String name = object.propertyNames().stream().toList().get(random.nextInt(object.size()));
        if (object.get(name).isContainer() && random.nextInt(4) > 0) {
          mutate(object.get(name), random);
        } else {
          object.set(name, value);
        }
      }
      case ArrayNode array when !array.isEmpty() -> array.set(random.nextInt(array.size()), value);
      default -> {}
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return answer.body().isEmpty()
        ? JsonNodeFactory.instance.objectNode()
        : JsonMapper.shared().readTree(answer.body());
  }
}
