package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.story.Lab.Answer;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is wrong, a person hears what and what to do, and nothing is kept of it. */
@Timeout(60)
class BadInputIT {

  private static RunningServer server;
  private static Lab lab;
  private static Path folder;

  @BeforeAll
  static void start(@TempDir Path data) {
    folder = data;
    server = InProcess.start(data);
    lab = new Lab(server.address());
  }

  @AfterAll
  static void nothingWasKept() {
    assertThat(lab.get("/api/experiments").json().size()).isZero();
    server.close();
  }

  @Test
  void anImpossibleSpecIsRefusedWithEveryProblemByField() {
    ObjectNode spec = Lab.smallSweep(1);
    spec.put("temperatures", "warm");
    spec.at("/sgd").asObject().put("batchSize", 0).put("lambda", -1);
    spec.at("/dataset").asObject().put("trainSamples", 1_000_000);
    spec.put("colour", "red");

    Answer answer = lab.post("/api/experiments", spec.toString());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("The request has 5 problems.");
    assertThat(answer.problems())
        .containsExactlyInAnyOrder(
            "dataset.trainSamples must be a whole number from 1 to 1347; it is 1000000.",
            "temperatures must be a list of numbers, or {from, to, count}; it is \"warm\".",
            "sgd.batchSize must be a whole number from 1 to 1000000; it is 0.",
            "sgd.lambda must be a number from 0 to 100; it is -1.",
            "colour is not known here; the fields are kind, title, dataset, network, temperatures,"
                + " seeds, sgd, start, refinement, line, curvature, measures, window.");
    assertThat(answer.json().at("/problems/0/field").asString()).isEqualTo("dataset.trainSamples");
    assertThat(answer.json().at("/problems/0/law").asString())
        .isEqualTo("must be a whole number from 1 to 1347");
    assertThat(answer.json().at("/problems/0/value").asString()).isEqualTo("1000000");
  }

  @Test
  void aRangeThatNoFileHasIsRefused() {
    assertThat(lab.get("/favicon.ico", "Range", "bytes=0-18446744073709551616").status())
        .isEqualTo(416);
  }

  @Test
  void anUnknownKindOfExperimentIsRefusedInOneSentence() {
    Answer answer = lab.post("/api/experiments", "{\"kind\": \"teleport\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error())
        .isEqualTo(
            "kind must be one of "
                + String.join(", ", ExperimentSpec.kinds())
                + "; it is teleport.");
  }

  @Test
  void theoryOfWhatOnlyAnExperimentTellsIsRefusedAndSoIsATemperatureThatIsNone() {
    Answer answer = lab.post("/api/theory", Lab.smallSweep(1).toString());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error())
        .startsWith("Of temperature-sweep theory says nothing before it has run");
    assertThat(lab.post("/api/theory?temperature=-1", Lab.smallSweep(1).toString()).error())
        .isEqualTo("temperature must be a number above 0; it is -1.");
  }

  @Test
  void whatIsNotJsonIsRefusedWithItsPlace() {
    Answer answer = lab.post("/api/experiments", "{\"kind\": \"temperature-sweep\",\n  oops}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).startsWith("The body is not JSON at line 2, column ");
    assertThat(lab.post("/api/experiments", "").error())
        .isEqualTo("The body is empty: it must be an experiment's spec as JSON.");
    assertThat(lab.post("/api/experiments", "{\"kind\": 1, \"kind\": 2}").error())
        .contains("Duplicate")
        .contains("kind");
    assertThat(lab.post("/api/experiments", "[".repeat(5_000)).status()).isEqualTo(400);
  }

  @Test
  void aBodyLargerThanAMegabyteIsRefused() {
    Answer answer = lab.post("/api/experiments", " ".repeat(1_000_001));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error()).isEqualTo("The body is larger than 1 MB.");
  }

  @Test
  void aDatasetWhoseFilesAreMissingIsRefusedAtSubmission() {
    ObjectNode spec = Lab.smallSweep(1);
    spec.at("/dataset").asObject().put("name", "cifar-10");

    Answer answer = lab.post("/api/experiments", spec.toString());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/problems/0/field").asString()).isEqualTo("dataset.name");
    assertThat(answer.error()).contains(folder.resolve("cifar-10-batches-bin").toString());
    assertThat(lab.post("/api/estimates", spec.toString()).error()).isEqualTo(answer.error());
  }

  @Test
  void aTruncatedDatasetIsRefusedAtSubmission() throws IOException {
    Path mnist = Files.createDirectories(folder.resolve("mnist"));
    for (String name :
        new String[] {
          "train-images-idx3-ubyte", "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"
        }) {
      Files.write(mnist.resolve(name), new byte[] {0, 0, 8, 3, 0, 0});
    }
    ObjectNode spec = Lab.smallSweep(1);
    spec.at("/dataset").asObject().put("name", "mnist");

    Answer answer = lab.post("/api/experiments", spec.toString());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains("train-images-idx3-ubyte");
  }

  @Test
  void whatIsNotThereIsToldSo() {
    assertThat(lab.get("/api/experiments/nosuchthing1").status()).isEqualTo(404);
    assertThat(lab.get("/api/experiments/..%2f..").status()).isGreaterThanOrEqualTo(400);
    for (String path : new String[] {"", "/results", "/events"}) {
      assertThat(lab.get("/api/experiments/unknown" + path).error())
          .isEqualTo("There is no experiment unknown.");
    }
    assertThat(lab.post("/api/experiments/unknown/cancel", "").status()).isEqualTo(404);
    assertThat(lab.get("/api/elsewhere").status()).isEqualTo(404);
    assertThat(lab.get("/api/elsewhere").error()).isEqualTo("There is nothing at /api/elsewhere.");
    assertThat(lab.post("/api/health", "").status()).isEqualTo(405);
  }

  @Test
  void aPageOfAnotherSiteCannotChangeAnything() {
    Answer answer =
        lab.post(
            "/api/experiments", Lab.smallSweep(1).toString(), "Origin", "http://elsewhere.example");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.error())
        .isEqualTo("Pages of another site (http://elsewhere.example) cannot change anything.");
  }

  @Test
  void answersForbidBrowsersToLoadAnythingFromElsewhere() {
    for (String path : new String[] {"/", "/api/presets"}) {
      assertThat(lab.get(path).header("Content-Security-Policy")).contains("default-src '");
      assertThat(lab.get(path).header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }
}
