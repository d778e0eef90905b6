package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.server.story.Lab.Answer;
import org.shiftscope.server.story.Lab.ServerEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Trials that start where other trials ended, by REST, with real training. */
class InputStoryIT extends RestStory {

  /** Lets a trial of a sweep start at a point of an experiment's trial. */
  static ObjectNode starting(ObjectNode sweep, int trial, String path, int source, String point) {
    sweep
        .withArray("start")
        .addObject()
        .put("trial", trial)
        .putObject("from")
        .put("experiment", path.substring(path.lastIndexOf('/') + 1))
        .put("trial", source)
        .put("point", point);
    return sweep;
  }

  private static List<byte[]> parameters(String path, int trial, String point) throws Exception {
    var request =
        HttpRequest.newBuilder(
                server.address().resolve(path + "/trials/" + trial + "/parameters/" + point))
            .build();
    byte[] file = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
    return entries(file);
  }

  private static List<byte[]> entries(byte[] file) throws IOException {
    List<byte[]> entries = new ArrayList<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.add(zip.readAllBytes());
      }
    }
    assertThat(entries).hasSize(4);
    return entries;
  }

  @Test
  void aTrialStartsWhereATrialOfAnotherExperimentEnded() throws Exception {
    String source = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(source);

    String after = lab.submit(starting(Lab.smallSweep(1), 1, source, 0, "sgd-end"));
    lab.untilEnd(after);

    assertThat(parameters(after, 1, "initial"))
        .usingRecursiveComparison()
        .isEqualTo(parameters(source, 0, "sgd-end"));
    assertThat(parameters(after, 0, "initial"))
        .describedAs("a trial that is not named draws its weights, as the source drew them")
        .usingRecursiveComparison()
        .isEqualTo(parameters(source, 0, "initial"));
    assertThat(Arrays.equals(parameters(after, 1, "sgd-end").getFirst(), sgdEnd(source)))
        .describedAs("it went on from there")
        .isFalse();
    assertThat(lab.experiment(after).at("/spec/start/0/from/trial").asInt()).isZero();
  }

  private static byte[] sgdEnd(String path) throws Exception {
    return parameters(path, 0, "sgd-end").getFirst();
  }

  @Test
  void aTrialWaitsForItsSourceAndFailsWithItWhileTheOthersGoOn() {
    ObjectNode one = Lab.sweep(1, 1e5); // of one trial: a slot is left for the others
    one.putArray("temperatures").add(0.003);
    String source = lab.submit(one);
    String after = lab.submit(starting(Lab.smallSweep(1), 0, source, 0, "sgd-end"));
    String id = source.substring(source.lastIndexOf('/') + 1);
    List<ServerEvent> others =
        lab.events(after, "", event -> event.name().equals("trial-ended")); // of trial 1
    assertThat(others).isNotEmpty();
    JsonNode waiting = lab.get(after + "/trials/0").json();
    assertThat(waiting.get("state").asString()).isEqualTo("queued");
    assertThat(waiting.get("phase").asString()).isEqualTo("waits for trial 0 of experiment " + id);

    lab.post(source + "/cancel", "");
    lab.untilEnd(after);

    JsonNode failed = lab.get(after + "/trials/0").json();
    assertThat(failed.get("state").asString()).isEqualTo("failed");
    assertThat(failed.get("failure").asString())
        .isEqualTo(
            "Trial 0 of experiment "
                + id
                + ", whose end of SGD this trial needs, was cancelled: retry that first, then this"
                + " one.");
    assertThat(lab.get(after + "/trials/1").json().get("state").asString()).isEqualTo("finished");
  }

  @Test
  void aSourceThatIsNeededIsNotPurged() {
    String source = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(source);
    String after = lab.submit(starting(Lab.smallSweep(1), 0, source, 1, "sgd-end"));
    lab.untilEnd(after);
    String id = after.substring(after.lastIndexOf('/') + 1);

    assertThat(lab.delete(source).status()).isEqualTo(200);
    Answer refused = lab.post(source + "/purge", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error()).contains(id);
    assertThat(lab.experiment(source).get("deleted").isNull()).isFalse();

    lab.delete(after);
    assertThat(lab.post(after + "/purge", "").status()).isEqualTo(204);
    assertThat(lab.post(source + "/purge", "").status()).isEqualTo(204);
    assertThat(lab.get(source).status()).isEqualTo(404);
  }

  @Test
  void aPointThatIsNotThereOrDoesNotFitIsRefusedByItsField() {
    String source = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(source);
    ObjectNode wider = Lab.smallSweep(1);
    wider.at("/network").asObject().putArray("hidden").add(9);

    assertThat(refusal(starting(Lab.smallSweep(1), 0, "/nosuchtrial", 0, "sgd-end")))
        .startsWith("start[0].from");
    assertThat(refusal(starting(Lab.smallSweep(1), 0, source, 2, "sgd-end")))
        .startsWith("start[0].from");
    assertThat(refusal(starting(wider, 0, source, 0, "sgd-end"))).startsWith("start[0].from");
    assertThat(refusal(starting(Lab.smallSweep(1), 0, source, 0, "middle")))
        .startsWith("start[0].from.point");
    assertThat(refusal(starting(Lab.smallSweep(1), 9, source, 0, "sgd-end")))
        .startsWith("start[0].trial");
  }

  private static String refusal(JsonNode spec) {
    Answer refused = lab.post("/api/experiments", spec.toString());
    assertThat(refused.status()).describedAs(refused.body()).isEqualTo(400);
    assertThat(refused.json().get("problems")).hasSize(1);
    JsonNode problem = refused.json().at("/problems/0");
    return problem.get("field").asString() + ": " + problem.get("message").asString();
  }
}
