package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.server.story.Lab.Answer;
import tools.jackson.databind.JsonNode;

/** What a person reads of experiments by REST: presets, lists, findings, results, parameters. */
class ResultStoryIT extends RestStory {

  @Test
  void whatASweepFoundIsReadWithItsSentenceAndItsNumbers() {
    String path = lab.submit(Lab.smallSweep(2));
    lab.untilEnd(path);

    JsonNode found = lab.get(path + "/findings").json();

    List<JsonNode> trials = lab.trials(path);
    double mean =
        (trials.get(0).at("/testFit/kappa").asDouble()
                + trials.get(2).at("/testFit/kappa").asDouble())
            / 4;
    assertThat(lab.experiment(path).at("/links/findings").asString()).isEqualTo(path + "/findings");
    assertThat(found.get("type").asString()).isEqualTo("sweep-findings");
    assertThat(found.get("state").asString()).isEqualTo("finished");
    assertThat(found.at("/trials/asked").asInt()).isEqualTo(4);
    assertThat(found.at("/trends/0/id").asString()).isEqualTo("shift-curvature");
    JsonNode all = lab.get(path + "/findings?include=all").json();
    assertThat(all.at("/trends/0/temperatures/0/mean").asDouble()).isCloseTo(mean, within(1e-12));
    assertThat(all.at("/eq3/predictions/0/predicted").size()).isEqualTo(4);
    assertThat(all.get("sentences"))
        .extracting(JsonNode::asString)
        .anySatisfy(each -> assertThat(each).endsWith("A trend needs three temperatures."))
        .anySatisfy(each -> assertThat(each).startsWith("Of the excess "));
    assertThat(lab.get(path + "/findings").body()).isEqualTo(lab.get(path + "/findings").body());
  }

  @Test
  void beforeATrialHasEndedTheFindingsSaySo() {
    String path = lab.submit(Lab.longSweep());

    JsonNode found = lab.get(path + "/findings").json();

    assertThat(found.get("sentences"))
        .extracting(JsonNode::asString)
        .containsExactly("No trial has a result yet, of 4.");
    assertThat(found.at("/trials/counted").size()).isZero();
    assertThat(found.at("/trends/0/test/direction").asString()).isEqualTo("unknown");
    lab.post(path + "/cancel", "");
  }

  @Test
  void findingsOfNoExperimentOrOfUnknownTrialsAreRefused() {
    String path = lab.submit(Lab.smallSweep(1));

    assertThat(lab.get("/api/experiments/nosuchexperiment/findings").status()).isEqualTo(404);
    Lab.Answer refused = lab.get(path + "/findings?include=best");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo("include must be counted or all; it is best.");
    lab.untilEnd(path);
  }

  @Test
  void theListIsReadAPageAtATime() {
    for (int i = 0; i < 3; i++) {
      lab.post(lab.submit(Lab.longSweep().put("title", "Paged " + i)) + "/cancel", "");
    }
    Answer first = lab.get("/api/experiments?text=paged&limit=2");
    assertThat(first.json().valueStream().map(e -> e.get("title").asString()))
        .containsExactly("Paged 2", "Paged 1");
    String next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    Answer second = lab.get(next);
    assertThat(second.json().valueStream().map(e -> e.get("title").asString()))
        .containsExactly("Paged 0");
    assertThat(second.header("Link")).isEmpty();
    assertThat(lab.get("/api/experiments?text=paged&state=finished").json().size()).isZero();
    assertThat(lab.get("/api/experiments?limit=0").error())
        .isEqualTo("limit must be a whole number from 1 to 1000; it is 0.");
    assertThat(lab.get("/api/experiments?state=lost").status()).isEqualTo(400);
  }

  @Test
  void oneTrialAndSomeOfTheResultsAreReadAlone() {
    String path = lab.submit(Lab.smallSweep(2));
    lab.untilEnd(path);
    List<JsonNode> all = lab.trials(path);
    assertThat(all).hasSize(4);
    assertThat(lab.get(path + "/trials/2").json()).isEqualTo(all.get(2));
    assertThat(lab.get(path + "/trials/4").error()).endsWith(" has no trial 4.");
    assertThat(lab.get(path + "/results?from=1&limit=2").json().get("trials").values())
        .containsExactlyElementsOf(all.subList(1, 3));
    assertThat(lab.get(path).json().at("/outcomes").valueStream().mapToInt(JsonNode::asInt).sum())
        .isEqualTo(4);
    assertThat(lab.get(path + "/spec").json()).isEqualTo(lab.get(path).json().get("spec"));
  }

  @Test
  void everyPresetCanBeSubmittedAsItIsAndTheFirstIsTheQuickStart() {
    JsonNode presets = lab.get("/api/presets").json();

    assertThat(presets.get(0).get("id").asString()).isEqualTo("quick-start");
    Answer estimate = lab.post("/api/estimates", presets.get(0).get("spec").toString());
    assertThat(estimate.status()).isEqualTo(200);
    assertThat(estimate.json().get("trials").asInt()).isEqualTo(12);
    assertThat(estimate.json().get("totalSeconds").asDouble()).isPositive();
    assertThat(estimate.json().get("speed").asDouble()).isPositive();
    assertThat(estimate.json().get("speedUnit").asString()).isEqualTo("samples/s");
    assertThat(estimate.json().get("sentence").asString()).startsWith("12 trials, 2 at a time");
  }

  @Test
  void largeAnswersAreCompressedForThoseWhoAskForIt() {
    String path = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(path);

    assertThat(lab.get(path + "/results", "Accept-Encoding", "gzip").header("Content-Encoding"))
        .isEqualTo("gzip");
  }

  @Test
  void theParametersOfATrialCanBeFetched() throws Exception {
    String path = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(path);
    String parameters = path + "/trials/1/parameters/";

    for (String point : List.of("initial", "sgd-end", "train-point", "test-point")) {
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(lab.address().resolve(parameters + point)).build(),
                  BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
          .endsWith("-1-" + point + ".npz\"");
      List<String> names = new ArrayList<>();
      try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          names.add(entry.getName());
        }
      }
      assertThat(names)
          .containsExactly(
              "layers.0.weight.npy",
              "layers.0.bias.npy",
              "layers.2.weight.npy",
              "layers.2.bias.npy");
    }
    Answer noPoint = lab.get(parameters + "middle");
    assertThat(noPoint.status()).isEqualTo(404);
    assertThat(noPoint.error())
        .isEqualTo(
            "There is no point middle. The points of a trial are initial, sgd-end, train-point,"
                + " test-point, iterates.");
    Answer noTrial = lab.get(path + "/trials/7/parameters/initial");
    assertThat(noTrial.status()).isEqualTo(404);
    assertThat(noTrial.error()).endsWith(" has no trial 7.");
    assertThat(lab.get("/api/experiments/unknown/trials/0/parameters/initial").status())
        .isEqualTo(404);
  }

  @Test
  void aTrialWithoutAResultHasNoParametersYet() {
    String path = lab.submit(Lab.longSweep());
    Answer early = lab.get(path + "/trials/3/parameters/initial");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.error())
        .startsWith("Trial 3 has no result: it is ")
        .endsWith(". Its parameters are kept when it finishes.");
    lab.post(path + "/cancel", "");
  }
}
