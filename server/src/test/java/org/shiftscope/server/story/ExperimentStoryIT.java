package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.server.story.Lab.Answer;
import org.shiftscope.server.story.Lab.ServerEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person does with experiments by REST, on the real database with real training. */
class ExperimentStoryIT extends RestStory {

  @Test
  void aSweepIsSubmittedFollowedToItsEndAndRead() {
    Answer submitted = lab.post("/api/experiments", Lab.smallSweep(2).toString());
    assertThat(submitted.status()).isEqualTo(201);
    String path = submitted.header("Location");
    assertThat(path).isEqualTo("/api/experiments/" + submitted.json().get("id").asString());

    List<ServerEvent> events = lab.untilEnd(path);
    assertThat(events.getLast().name()).isEqualTo("experiment-ended");
    assertThat(events).filteredOn(e -> e.name().equals("trial-ended")).hasSize(4);

    JsonNode experiment = lab.experiment(path);
    assertThat(experiment.get("state").asString()).isEqualTo("finished");
    assertThat(experiment.get("kind").asString()).isEqualTo("temperature-sweep");
    assertThat(experiment.at("/progress/ended").asInt()).isEqualTo(4);
    assertThat(experiment.at("/progress/fraction").asDouble()).isEqualTo(1);
    assertThat(experiment.at("/progress/timeLeftSeconds").isNull()).isTrue();
    assertThat(experiment.at("/spec/sgd/batchSize").asInt()).isEqualTo(20);
    assertThat(experiment.at("/links/results").asString()).isEqualTo(path + "/results");

    List<JsonNode> trials = lab.trials(path);
    assertThat(trials).extracting(t -> t.get("number").asInt()).containsExactly(0, 1, 2, 3);
    assertThat(trials)
        .extracting(t -> t.get("temperature").asDouble())
        .containsExactly(0.003, 0.01, 0.003, 0.01);
    assertThat(trials).extracting(t -> t.get("seed").asLong()).containsExactly(0L, 0L, 1L, 1L);
    assertThat(trials).allSatisfy(ExperimentStoryIT::holdsAWholeMeasurement);
  }

  private static void holdsAWholeMeasurement(JsonNode trial) {
    assertThat(trial.get("state").asString()).isEqualTo("finished");
    assertThat(trial.get("outcome").asString()).isEqualTo("measured");
    for (String curve :
        List.of("alpha", "trainLoss", "testLoss", "trainAccuracy", "testAccuracy")) {
      assertThat(trial.at("/line/" + curve).size()).isEqualTo(61);
    }
    assertThat(trial.at("/trainFit/kappa").isNumber()).isTrue();
    assertThat(trial.at("/testFit/kappa").isNumber()).isTrue();
    assertThat(trial.at("/eq3/predictedByFit").isNumber()).isTrue();
    assertThat(trial.get("shiftNorm").asDouble()).isPositive();
    assertThat(trial.at("/execution/threads").asInt()).isEqualTo(1);
  }

  @Test
  void theNewestExperimentIsListedFirst() {
    String first = lab.submit(Lab.smallSweep(1));
    String second = lab.submit(Lab.smallSweep(1));

    List<String> ids =
        lab.get("/api/experiments").json().valueStream().map(e -> e.get("id").asString()).toList();

    assertThat(ids.indexOf(name(second))).isNotNegative().isLessThan(ids.indexOf(name(first)));
    lab.untilEnd(second);
  }

  @Test
  void aReaderThatComesBackMissesNothingAndHearsNothingTwice() {
    String path = lab.submit(Lab.smallSweep(2));
    List<ServerEvent> before = lasting(lab.events(path, "", e -> e.name().equals("trial-ended")));
    String lastId = before.getLast().id();

    List<ServerEvent> after =
        lasting(lab.events(path, "?until=end", e -> false, "Last-Event-ID", lastId));
    List<ServerEvent> whole = lasting(lab.untilEnd(path));

    assertThat(whole.size()).isEqualTo(before.size() + after.size());
    assertThat(before).isEqualTo(whole.subList(0, before.size()));
    assertThat(after).isEqualTo(whole.subList(before.size(), whole.size()));
    assertThat(whole.getLast().name()).isEqualTo("experiment-ended");
    assertThat(lab.events(path, "?until=end", e -> false, "Last-Event-ID", whole.getLast().id()))
        .isEmpty();
  }

  @Test
  void progressIsToldWithTheShareThatIsDone() {
    String path = lab.submit(Lab.longSweep());

    ServerEvent progress = lab.events(path, "", e -> e.name().equals("trial-progress")).getLast();

    assertThat(progress.id()).isEmpty();
    assertThat(progress.data().at("/progress/trials").asInt()).isEqualTo(4);
    assertThat(progress.data().at("/progress/fraction").asDouble()).isBetween(0.0, 1.0);
    lab.post(path + "/cancel", "");
    lab.untilEnd(path);
  }

  @Test
  void aRunningSweepStopsWithinTwoSecondsOfItsCancellationAndCanBeTakenUpAgain() {
    String path = lab.submit(Lab.longSweep());
    lab.events(path, "", e -> e.name().equals("trial-progress"));
    Instant asked = Instant.now();

    assertThat(lab.post(path + "/cancel", "").status()).isEqualTo(200);
    lab.untilEnd(path);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
    assertThat(lab.experiment(path).get("state").asString()).isEqualTo("cancelled");

    Answer again = lab.post(path + "/cancel", "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.error())
        .isEqualTo(
            "There is nothing to cancel: experiment " + name(path) + " has ended (cancelled).");

    assertThat(lab.post(path + "/retry", "").status()).isEqualTo(200);
    lab.events(path, "", e -> e.name().equals("experiment-retried"));
    assertThat(lab.post(path + "/retry", "").status()).isEqualTo(409);
    assertThat(lab.delete(path).error())
        .isEqualTo("Experiment " + name(path) + " has not ended: cancel it before deleting it.");
    assertThat(lab.post(path + "/cancel", "").status()).isEqualTo(200);
    lab.untilEnd(path);
  }

  @Test
  void aPausedSweepLeavesItsDevicesAndGoesOnToTheSameBits() {
    ObjectNode sweep = Lab.sweep(1, 30_000);
    String undisturbed = lab.submit(sweep);
    lab.untilEnd(undisturbed);
    String path = lab.submit(sweep);
    lab.events(path, "", e -> e.data().at("/progress/fraction").asDouble() > 0.05 || ended(e));
    Instant asked = Instant.now();

    assertThat(lab.post(path + "/pause", "").json().get("state").asString()).isEqualTo("paused");
    lab.events(path, "", e -> message(e).contains("has left its device") || ended(e));
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    assertThat(lab.experiment(path).at("/progress/paused").asInt()).isPositive();
    assertThat(lab.get("/api/experiments?q=state:paused").body()).contains(name(path));
    assertThat(lab.post(path + "/pause", "").status()).isEqualTo(409);
    assertThat(lab.delete(path).status()).isEqualTo(409);

    assertThat(lab.post(path + "/resume", "").status()).isEqualTo(200);
    lab.untilEnd(path);
    assertThat(measured(path)).isEqualTo(measured(undisturbed));
    assertThat(lab.post(path + "/resume", "").error())
        .isEqualTo(
            "There is nothing to resume: no trial of experiment " + name(path) + " is paused.");
    assertThat(lab.post(path + "/trials/0/pause", "").error()).contains("has ended or is paused");
  }

  private static boolean ended(ServerEvent event) {
    return event.name().equals("experiment-ended");
  }

  private static String message(ServerEvent event) {
    return event.data().get("message").asString();
  }

  private static List<JsonNode> measured(String path) {
    return lab.trials(path).stream().map(trial -> trial.get("line")).toList();
  }

  @Test
  void aLaneIsPausedAndTheQueueHasAnOrder() {
    assertThat(lab.post("/api/lanes/cpu/pause", "").json().get("paused").isString()).isTrue();
    String low = lab.submit(Lab.smallSweep(1));
    Answer high =
        lab.post("/api/experiments?priority=7&trialHours=2", Lab.smallSweep(1).toString());
    assertThat(high.json().get("priority").asInt()).isEqualTo(7);
    assertThat(high.json().get("trialHours").asDouble()).isEqualTo(2);
    String path = high.header("Location");

    assertThat(line()).containsExactly(name(path), name(low));
    lab.post(low + "/front", "");
    assertThat(line()).containsExactly(name(low), name(path));
    assertThat(lab.post("/api/experiments?priority=11", Lab.smallSweep(1).toString()).error())
        .isEqualTo("priority must be a whole number from -10 to 10; it is 11.");
    assertThat(lab.get("/api/lanes").json().at("/0/waiting").asInt()).isEqualTo(4);
    assertThat(lab.post("/api/lanes/cpu/pause", "").status()).isEqualTo(409);
    assertThat(lab.post("/api/lanes/abacus/pause", "").status()).isEqualTo(404);

    assertThat(lab.post("/api/lanes/cpu/resume", "").json().get("paused").isNull()).isTrue();
    lab.untilEnd(low);
    lab.untilEnd(path);
  }

  private static List<String> line() {
    return lab.get("/api/queue").json().valueStream().map(e -> e.get("id").asString()).toList();
  }

  @Test
  void aDeletedExperimentLeavesTheListAndComesBack() {
    String path = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(path);

    assertThat(lab.delete(path).status()).isEqualTo(200);
    assertThat(lab.get("/api/experiments").body()).doesNotContain(name(path));
    assertThat(lab.delete(path).error())
        .isEqualTo("There is nothing to delete: experiment " + name(path) + " is deleted already.");
    assertThat(lab.get(path).json().get("deleted").isString()).isTrue();
    assertThat(lab.get("/api/experiments?deleted=true").body()).contains(name(path));
    assertThat(lab.post(path + "/retry", "").error())
        .isEqualTo("Experiment " + name(path) + " is deleted: restore it before retrying it.");
    assertThat(lab.post(path + "/restore", "").status()).isEqualTo(200);
    assertThat(lab.get(path).json().get("deleted").isNull()).isTrue();
    assertThat(lab.get("/api/experiments").body()).contains(name(path));
    assertThat(lab.post(path + "/restore", "").error())
        .isEqualTo("There is nothing to restore: experiment " + name(path) + " is not deleted.");
    assertThat(lab.post(path + "/retry", "").error())
        .isEqualTo(
            "There is nothing to retry: every trial of experiment "
                + name(path)
                + " has a result.");
  }

  @Test
  void aPurgedExperimentIsGone() {
    String path = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(path);
    assertThat(lab.post(path + "/purge", "").error())
        .isEqualTo("Experiment " + name(path) + " is not deleted: delete it before purging it.");
    lab.delete(path);
    assertThat(lab.post(path + "/purge", "").status()).isEqualTo(204);
    assertThat(lab.get(path).status()).isEqualTo(404);
  }

  @Test
  void theServerTellsHowItIs() {
    Answer health = lab.get("/api/health");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().get("status").asString()).isEqualTo("ok");
    assertThat(health.json().get("devices").asString()).startsWith("The CPU: ");
    assertThat(health.json().at("/lanes/0/device").asString()).isEqualTo("cpu");
    assertThat(health.json().at("/lanes/0/name").asString()).isNotBlank();
    assertThat(health.json().at("/lanes/0/slots").asInt()).isEqualTo(2);
    assertThat(health.json().at("/data/freeBytes").asLong()).isPositive();
    assertThat(health.json().get("version").asString()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
  }

  private static List<ServerEvent> lasting(List<ServerEvent> events) {
    List<ServerEvent> lasting = events.stream().filter(e -> !e.id().isEmpty()).toList();
    long[] ids = lasting.stream().mapToLong(e -> Long.parseLong(e.id())).toArray();
    assertThat(LongStream.of(ids).boxed().toList()).isSorted().doesNotHaveDuplicates();
    return lasting;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
