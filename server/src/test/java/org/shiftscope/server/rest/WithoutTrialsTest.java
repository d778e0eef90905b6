package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Storage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trials that a request leaves out by their numbers. */
@Timeout(60)
class WithoutTrialsTest {

  private static final ExperimentSpec SPEC = Presets.all().getFirst().spec();

  @TempDir private Path folder;

  @Test
  void filesAreNamedByThemAndTheTableOfTrialsSaysSo() throws Exception {
    try (var rest = new RestAlone(folder, new Memory(4L << 30, 8L << 30))) {
      String id = submit(rest);
      HttpResponse<String> trials =
          rest.get("/api/experiments/" + id + "/tables/trials?without=1,0");
      assertThat(trials.headers().firstValue("Content-Disposition"))
          .hasValue("attachment; filename=\"" + id + "-trials-without-0-1.csv\"");
      assertThat(trials.body().lines().filter(line -> line.contains("left-out"))).hasSize(2);
      assertThat(rest.get("/api/experiments/" + id + "/tables/findings").headers().toString())
          .contains("-findings.csv");
    }
  }

  @Test
  void aShareOfWhatHasNoSuchTrialsIsRefusedByField() throws Exception {
    try (var rest = new RestAlone(folder, new Memory(4L << 30, 8L << 30))) {
      String id = submit(rest);
      assertThat(
              refused(rest, id, "\"subject\": \"claims\", \"without\": [1], \"include\": \"all\""))
          .containsExactly("include", "without");
      assertThat(refused(rest, id, "\"without\": [0, " + SPEC.trialCount() + "]"))
          .containsExactly("without");
      assertThat(refused(rest, id, "\"without\": [-1]")).containsExactly("without");
    }
  }

  @Test
  void setsOfTrialsAreAnsweredOneAfterAnother() throws Exception {
    try (var storage = Storage.open(folder, Clock.systemUTC())) {
      Experiment experiment = storage.experiments().submit(SPEC);
      var found = new FindIncluded(storage.experiments());
      Include without = Include.COUNTED.without(List.of(1));
      var begun = new CountDownLatch(1);
      var end = new CountDownLatch(1);
      Thread first =
          Thread.ofVirtual()
              .start(
                  () ->
                      found.turns.answer(
                          RestApi.PATIENCE,
                          () -> {
                            begun.countDown();
                            await(end);
                            return "answered";
                          }));
      begun.await();
      assertThatThrownBy(() -> found.of(experiment, SPEC, without)).isInstanceOf(NoAnswer.class);
      assertThat(found.of(experiment, SPEC, Include.COUNTED).trials().without().isEmpty()).isTrue();
      end.countDown();
      first.join();
      assertThat(found.of(experiment, SPEC, without).trials().without().trials())
          .containsExactly(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String submit(RestAlone rest) {
    return JsonMapper.shared()
        .readTree(rest.post("/api/experiments", WriteSpec.toJson(SPEC).toString()).body())
        .get("id")
        .asString();
  }

  private static List<String> refused(RestAlone rest, String id, String fields) {
    HttpResponse<String> answer =
        rest.post("/api/shares", "{\"experiments\": [\"" + id + "\"], " + fields + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return JsonMapper.shared()
        .readTree(answer.body())
        .get("problems")
        .valueStream()
        .map((JsonNode problem) -> problem.get("field").asString())
        .toList();
  }
}
