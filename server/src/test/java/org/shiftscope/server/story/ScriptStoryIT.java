package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.server.rest.ValidateAnswers;
import org.shiftscope.server.story.Lab.Answer;
import org.shiftscope.server.story.Lab.ServerEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person who scripts: by REST, by the command line, and in Python, with the real clients. */
@Timeout(180)
class ScriptStoryIT extends RestStory {

  @TempDir private Path folder;

  @Test
  void answersAreWhatTheDescriptionTells() {
    var api = new ValidateAnswers(lab.get("/api/openapi.json").json());
    String path = lab.submit(Lab.smallSweep(2));
    lab.untilEnd(path);
    String one = "/api/experiments/{id}";
    Map<String, String> asked = new TreeMap<>();
    asked.put("/api/experiments", "/api/experiments");
    asked.put("/api/presets", "/api/presets");
    asked.put("/api/health", "/api/health");
    asked.put("/api/queue", "/api/queue");
    asked.put("/api/lanes", "/api/lanes");
    asked.put(one, path);
    asked.put(one + "/results", path + "/results");
    asked.put(one + "/findings", path + "/findings?include=all");
    asked.put(one + "/trials/{number}", path + "/trials/1");
    asked.put("/api/claims", "/api/claims?experiments=" + id(path));
    asked.put("/api/comparison", "/api/comparison?experiments=" + id(path) + "," + id(again()));

    asked.forEach(
        (route, address) -> {
          Answer answer = lab.get(address);
          assertThat(answer.status()).as(address).isEqualTo(200);
          assertThat(api.problems("get", route, 200, answer.json())).as(address).isEmpty();
        });
    Presets.all().stream()
        .map(preset -> WriteSpec.toJson(preset.spec()))
        .filter(spec -> spec.get("kind").asString().equals("landscape"))
        .limit(1)
        .forEach(
            spec ->
                assertThat(
                        api.problems(
                            "post",
                            "/api/theory",
                            200,
                            lab.post("/api/theory", spec.toString()).json()))
                    .isEmpty());
    Answer estimate = lab.post("/api/estimates", Lab.smallSweep(2).toString());
    assertThat(api.problems("post", "/api/estimates", 200, estimate.json())).isEmpty();
    Answer refused = lab.post("/api/experiments", "{\"kind\": \"temperature-sweep\"}");
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(api.problems("post", "/api/experiments", 400, refused.json())).isEmpty();
    Answer unknown = lab.get("/api/experiments/nosuchthing1");
    assertThat(api.problems("get", one, 404, unknown.json())).isEmpty();
    for (ServerEvent event : lab.events(path, "?until=end", last -> false)) {
      assertThat(api.problemsOfEvent(event.data())).isEmpty();
    }
  }

  private static String again() {
    String path = lab.submit(Lab.smallSweep(2).put("title", "The same again"));
    lab.untilEnd(path);
    return path;
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void aKeyNamesOneRequest() {
    String body = Lab.smallSweep(1).put("title", "Keyed").toString();
    Answer first =
        lab.post("/api/experiments", body, "Idempotency-Key", "\"night 1\"".replace(' ', '-'));
    Answer again = lab.post("/api/experiments", body, "Idempotency-Key", "night-1");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    Answer other = lab.post("/api/experiments", body + " ", "Idempotency-Key", "night-1");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().get("type").asString())
        .isEqualTo("/api/problems/idempotency-key-reused");
    assertThat(other.error()).contains("night-1").contains(id(first.header("Location")));
    assertThat(lab.post("/api/experiments", body, "Idempotency-Key", "a b").status())
        .isEqualTo(400);
  }

  /** Killed while requests come: each key that is sent again has one experiment. */
  @Test
  void afterAKillEachKeyHasOneExperiment() throws Exception {
    Path data = folder.resolve("killed");
    List<String> answered = new ArrayList<>();
    String body = Lab.longSweep().toString();
    try (ChildServer server = serve(data)) {
      Lab killed = server.serving();
      Thread requests =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 1_000; i++) {
                      try {
                        Answer answer =
                            killed.post("/api/experiments", body, "Idempotency-Key", "key-" + i);
                        synchronized (answered) {
                          answered.add(answer.header("Location"));
                          answered.notifyAll();
                        }
                      } catch (AssertionError gone) {
                        return;
                      }
                    }
                  });
      synchronized (answered) {
        while (answered.size() < 20) {
          answered.wait();
        }
      }
      server.kill();
      requests.join();
    }
    try (ChildServer server = serve(data)) {
      Lab lab = server.serving();
      int sent = answered.size() + 1; // the last was sent and not answered
      List<String> again = new ArrayList<>();
      for (int i = 0; i < sent; i++) {
        again.add(
            lab.post("/api/experiments", body, "Idempotency-Key", "key-" + i).header("Location"));
      }
      assertThat(again).startsWith(answered.toArray(new String[0])).doesNotHaveDuplicates();
      assertThat(lab.get("/api/experiments?limit=1000").json().size()).isEqualTo(sent);
    }
  }

  private static ChildServer serve(Path data) throws IOException {
    return ChildServer.launch("serve", "--port", "0", "--data", data.toString());
  }

  @Test
  void theCommandLineDoesWhatThePageDoes() throws Exception {
    Path spec = Files.writeString(folder.resolve("spec.json"), Lab.smallSweep(2).toString());
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"kind\": \"landscape\"}");
    Path here = folder.resolve("here");
    Path there = folder.resolve("there");

    assertThat(shiftscope(0, "presets").said()).contains("quick-start ");
    assertThat(shiftscope(0, "validate", spec.toString()).said())
        .isEqualTo("It is valid: A small sweep, 4 trials.\n");
    assertThat(shiftscope(3, "validate", wrong.toString()).said())
        .contains("objective is missing.");
    assertThat(shiftscope(2, "validate", "nowhere.json").said()).isEmpty();
    String id = shiftscope(0, "submit", spec.toString()).said().strip();
    assertThat(shiftscope(0, "watch", id).said())
        .startsWith("Experiment " + id + " has ended: finished.");
    assertThat(shiftscope(0, "results", id, "--out", there.toString()).said()).isNotBlank();
    drawsAndExports(id, there);
    assertThat(shiftscope(0, "queue").said())
        .isEqualTo("cpu          open, 0 running, 0 waiting\n");
    assertThat(shiftscope(5, "pause", id, "--trial", "1").warned())
        .contains("trial 1 of experiment " + id + " has ended or is paused.");
    assertThat(shiftscope(5, "resume", id).warned()).contains("There is nothing to resume");
    assertThat(shiftscope(5, "retry", id, "--failed").warned()).contains("nothing to retry");
    assertThat(shiftscope(5, "queue", id, "--front").warned()).contains("nothing to move");
    assertThat(shiftscope(2, "pause", "--lane", "cpu", "--trial", "1").warned())
        .contains("A lane has no --trial");
    assertThat(shiftscope(3, "submit", wrong.toString()).warned())
        .contains("objective is missing.");
    assertThat(shiftscope(5, "watch", "nosuchthing1").warned())
        .isEqualTo("There is no experiment nosuchthing1.\n");
    assertThat(shiftscope(1, "watch", id, "--server", "http://localhost:1").warned())
        .contains("The server did not answer.");

    JsonNode ended =
        JsonMapper.shared()
            .readTree(
                shiftscope(0, "run", spec.toString(), "--out", here.toString(), "--json").said());
    assertThat(ended.get("state").asString()).isEqualTo("finished");
    assertThat(trials(here)).isEqualTo(trials(there)).hasSize(4);
    assertThat(Files.readString(here.resolve("trials.csv")))
        .startsWith("number,temperature,seed,label,state,")
        .contains("sgd.trainLoss")
        .hasLineCount(5);
    assertThat(shiftscope(2, "run", "quick-start", "--out", here.toString()).warned())
        .contains("holds the run of another spec, \"A small sweep\": choose another folder.");
  }

  private void drawsAndExports(String id, Path there) throws Exception {
    shiftscope(0, "results", id, "--out", there.toString(), "--figures");
    assertThat(there.resolve("figures/losses.svg")).content().startsWith("<svg ");
    assertThat(shiftscope(2, "results", id, "--figures", "gif").warned()).contains("svg or png");
    String other = shiftscope(0, "submit", folder.resolve("spec.json").toString()).said().strip();
    Path both = folder.resolve("both");
    assertThat(shiftscope(0, "compare", id, other, "--out", both.toString(), "--figures").said())
        .isNotBlank();
    assertThat(both.resolve("comparison.csv")).content().startsWith("\"quantity\",");
    assertThat(both.resolve("figures/means.svg")).content().startsWith("<svg ");
    assertThat(
            shiftscope(
                    3,
                    "compare",
                    id,
                    other,
                    "--quantity",
                    "none",
                    "--out",
                    both.toString(),
                    "--figures")
                .warned())
        .contains("quantity must be one of ");

    String archive = folder.resolve("one.zip").toString();
    String data = Files.createDirectories(folder.resolve("empty")).toString();
    assertThat(shiftscope(0, "export", id, "--out", archive).said()).isEqualTo(archive + "\n");
    assertThat(shiftscope(2, "export", id, "--out", archive).warned()).contains("there already.");
    assertThat(shiftscope(5, "import", archive).warned()).contains("is here already");
    assertThat(shiftscope(0, "import", archive, "--data", data).said()).isEqualTo(id + "\n");
    String again = folder.resolve("again.zip").toString();
    shiftscope(0, "export", id, "--data", data, "--out", again);
    assertThat(shiftscope(3, "import", folder.resolve("spec.json").toString()).warned())
        .contains("archive must be a zip file");
  }

  @Test
  void aRunThatWasStoppedGoesOnWithTheSameNumbers() throws Exception {
    ObjectNode sweep = Lab.sweep(3, 120);
    Path spec = Files.writeString(folder.resolve("spec.json"), sweep.toString());
    Path stopped = folder.resolve("stopped");
    Path whole = folder.resolve("whole");
    Process run = start("run", spec.toString(), "--out", stopped.toString());
    try (var warned = run.errorReader(StandardCharsets.UTF_8)) {
      for (String line = warned.readLine();
          line != null && !line.matches(".*[1-5] of 6 trials.*");
          line = warned.readLine()) {
        // until a trial has ended and others run
      }
      run.destroy();
      assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(stopped.resolve("results.json")).doesNotExist();

    shiftscope(0, "run", spec.toString(), "--out", stopped.toString());
    shiftscope(0, "run", spec.toString(), "--out", whole.toString());
    assertThat(trials(stopped)).isEqualTo(trials(whole)).hasSize(6);
  }

  /** Without what differs from run to run. */
  private static List<JsonNode> trials(Path folder) throws IOException {
    JsonNode results =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("results.json")));
    List<JsonNode> trials = List.copyOf(results.get("trials").values());
    trials.forEach(
        trial ->
            trial.asObject().remove(List.of("started", "ended", "attempts", "worker", "host")));
    return trials;
  }

  @Test
  void thePythonClientIsInstalledFromTheServerAndDoesItAll() throws Exception {
    assumeThat(python("--version")).as("there is no python3 here").isZero();
    String wheel = "/clients/" + wheel();
    assertThat(lab.get(wheel).status()).isEqualTo(200);
    Path script = Path.of("../clients/python/tests/story.py").toAbsolutePath();
    var builder =
        new ProcessBuilder("python3", script.toString(), server.address().toString(), wheel)
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SHIFTSCOPE_"));
    Process story = builder.start();
    String said = new String(story.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(story.waitFor()).as(said).isZero();
    assertThat(said).endsWith("All is as it should be.\n");
  }

  private static int python(String... arguments) throws InterruptedException {
    try {
      return new ProcessBuilder(
              Stream.concat(Stream.of("python3"), Arrays.stream(arguments)).toList())
          .start()
          .waitFor();
    } catch (IOException none) {
      return 127;
    }
  }

  private static String wheel() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/classes/META-INF/resources/clients"))) {
      return files.findFirst().orElseThrow().getFileName().toString();
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("shiftscope.launcher")));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("SHIFTSCOPE_"));
    builder.environment().put("SHIFTSCOPE_SERVER", server.address().toString());
    return builder.start();
  }

  private static Told shiftscope(int exitCode, String... arguments) throws Exception {
    Process process = start(arguments);
    process.getOutputStream().close();
    var warned = new StringBuilder();
    Thread reading =
        Thread.ofVirtual()
            .start(
                () ->
                    process
                        .errorReader(StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> warned.append(line).append('\n')));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    reading.join();
    assertThat(process.waitFor())
        .as("%s: %s%s", List.of(arguments), said, warned)
        .isEqualTo(exitCode);
    return new Told(said, warned.toString());
  }

  /** What a command wrote to its output and to its errors. */
  private record Told(String said, String warned) {}
}
