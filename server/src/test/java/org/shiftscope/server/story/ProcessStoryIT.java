package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.server.story.Lab.ServerEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server as a process: how it starts, is killed, comes back, and stops. */
@Timeout(90)
class ProcessStoryIT {

  private static final int SEEDS = 5;

  @TempDir private Path folder;

  @Test
  void aServerThatIsKilledInTheMiddleOfASweepFinishesItAtItsNextStartAndNoTrialTwice()
      throws Exception {
    String path;
    List<JsonNode> before;
    try (ChildServer server = serve()) {
      Lab lab = server.serving();
      path = lab.submit(Lab.sweep(SEEDS, 4_000));
      AtomicInteger ended = new AtomicInteger();
      lab.events(path, "", e -> e.name().equals("trial-ended") && ended.incrementAndGet() == 3);
      before = finished(lab.trials(path));
      server.kill();
    }

    try (ChildServer server = serve()) {
      Lab lab = server.serving();
      List<ServerEvent> events = lab.untilEnd(path);

      assertThat(lab.experiment(path).get("state").asString()).isEqualTo("finished");
      List<JsonNode> trials = lab.trials(path);
      assertThat(trials).hasSize(2 * SEEDS).isEqualTo(finished(trials));
      assertThat(trials).containsAll(before); // bit for bit
      Map<Integer, Long> ends =
          events.stream()
              .filter(e -> e.name().equals("trial-ended"))
              .collect(
                  Collectors.groupingBy(e -> e.data().get("trial").asInt(), Collectors.counting()));
      assertThat(ends).hasSize(2 * SEEDS).allSatisfy((trial, count) -> assertThat(count).isOne());
      assertThat(server.stop(10)).isTrue();
    }
    assertThat(before.size()).isBetween(3, 2 * SEEDS - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM"})
  @Timeout(180) // two trials of some ten seconds each, on a busy machine
  void aTrialThatIsEndedInItsMiddleGoesOnAndEndsWithTheSameBits(String signal) throws Exception {
    String path;
    try (ChildServer server = serve()) {
      Lab lab = server.serving();
      path = lab.submit(Lab.sweep(1, 60_000));
      awaitCheckpointOf(path);
      assertThat(finished(lab.trials(path))).hasSizeLessThan(2);
      server.signal(signal);
      String said = server.untilItEnds();
      assertThat(said).doesNotContain("Exception");
    }

    try (ChildServer server = serve()) {
      Lab lab = server.serving();
      server.awaitSaid("A trial goes on from its checkpoint.");
      lab.untilEnd(path);
      String whole = lab.submit(Lab.sweep(1, 60_000));
      lab.untilEnd(whole);

      assertThat(measurements(lab, path)).hasSize(2).isEqualTo(measurements(lab, whole));
      assertThat(lab.trials(path)).extracting(t -> t.get("attempts").asInt()).contains(2);
      assertThat(checkpoints()).isEmpty();
      assertThat(server.stop(10)).isTrue();
    }
  }

  @Test
  @Timeout(180) // two trials of some ten seconds each, on a busy machine
  void aTrialThatStartsFromAnothersEndIsKilledAndEndsWithTheSameBits() throws Exception {
    String path;
    String source;
    try (ChildServer server = serve()) {
      Lab lab = server.serving();
      source = lab.submit(Lab.sweep(1, 5));
      lab.untilEnd(source);
      path = lab.submit(longFrom(source));
      awaitCheckpointOf(path);
      server.kill();
    }

    try (ChildServer server = serve()) {
      Lab lab = server.serving();
      server.awaitSaid("A trial goes on from its checkpoint.");
      String whole = lab.submit(longFrom(source));
      lab.untilEnd(path);
      lab.untilEnd(whole);
      assertThat(measurements(lab, path)).isEqualTo(measurements(lab, whole));
      assertThat(lab.trials(path).getFirst().get("attempts").asInt()).isEqualTo(2);
      assertThat(server.stop(10)).isTrue();
    }
  }

  private static ObjectNode longFrom(String source) {
    ObjectNode spec = Lab.sweep(1, 60_000);
    spec.putArray("temperatures")
        .add(0.003); // a million steps: several checkpoints, on any machine
    return InputStoryIT.starting(spec, 0, source, 1, "test-point");
  }

  @Test
  void aTrialThatWasCancelledGoesOnWhenItIsRetriedUntilItsExperimentIsDeleted() throws Exception {
    try (ChildServer server = serve()) {
      Lab lab = server.serving();
      String path = lab.submit(Lab.longSweep());
      awaitCheckpointOf(path);
      lab.post(path + "/cancel", "");
      lab.untilEnd(path);
      assertThat(checkpoints()).isNotEmpty();

      assertThat(lab.post(path + "/retry", "").status()).isEqualTo(200);
      server.awaitSaid("A trial goes on from its checkpoint.");
      lab.post(path + "/cancel", "");
      assertThat(lab.delete(path).status()).isEqualTo(200);
      assertThat(server.stop(10)).isTrue();
    }
    assertThat(checkpoints()).isEmpty();
  }

  private void awaitCheckpointOf(String path) throws Exception {
    String id = path.substring(path.lastIndexOf('/') + 1);
    long until = System.nanoTime() + 60_000_000_000L;
    while (checkpoints().stream().noneMatch(name -> name.matches(id + "\\.\\d+\\.1"))) {
      assertThat(System.nanoTime()).describedAs("a checkpoint came in time").isLessThan(until);
      Thread.sleep(20); // there is no event to wait for: files come silently
    }
  }

  private List<String> checkpoints() throws IOException {
    Path kept = folder.resolve("checkpoints");
    if (!Files.exists(kept)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** What the trials found, without when and in which attempt. */
  private static List<JsonNode> measurements(Lab lab, String path) {
    return lab.trials(path).stream()
        .map(
            trial ->
                (JsonNode)
                    trial.asObject().remove(List.of("attempts", "started", "ended", "worker")))
        .toList();
  }

  @Test
  void aPortInUseIsToldAndNothingIsWritten() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ChildServer server =
            ChildServer.launch(
                "serve",
                "--port",
                Integer.toString(taken.getLocalPort()),
                "--data",
                folder.resolve("new").toString())) {
      assertThat(server.untilItEnds())
          .contains(
              "Port "
                  + taken.getLocalPort()
                  + " of 127.0.0.1 is in use by another program, perhaps another Shiftscope. Stop"
                  + " that one, or choose another port with --port (0 takes a free one).")
          .doesNotContain("Exception");
      assertThat(server.exitCode()).isOne();
    }
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aGraphicsCardThatIsNotThereIsToldAndNothingIsWritten() throws Exception {
    try (ChildServer server =
        ChildServer.launch(
            "serve",
            "--port",
            "0",
            "--device",
            "gpu",
            "--data",
            folder.resolve("new").toString())) {
      assertThat(server.untilItEnds())
          .contains("The setting device is gpu, but there is none to use: ")
          .doesNotContain("Exception");
      assertThat(server.exitCode()).isOne();
    }
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aDataFolderInUseByAnotherServerIsToldAndThatServerGoesOn() throws Exception {
    try (ChildServer first = serve()) {
      Lab lab = first.serving();
      try (ChildServer second = serve()) {
        assertThat(second.untilItEnds())
            .contains("Another server has the database in the data folder")
            .doesNotContain("Exception");
        assertThat(second.exitCode()).isOne();
      }
      assertThat(lab.get("/api/health").status()).isEqualTo(200);
    }
  }

  @Test
  void aDatabaseThatIsGoneIsRefusedUntilThatIsAccepted() throws Exception {
    try (ChildServer server = serve()) {
      server.serving().submit(Lab.sweep(1, 4_000));
      assertThat(server.stop(10)).isTrue();
    }
    Files.delete(folder.resolve("shiftscope.mv.db"));
    try (ChildServer server = serve()) {
      assertThat(server.untilItEnds())
          .contains("is damaged, or older than what was told to be stored: 0 of 1 experiments")
          .contains("--accept-damage")
          .doesNotContain("Exception");
      assertThat(server.exitCode()).isOne();
    }
    try (ChildServer server =
        ChildServer.launch(
            "serve", "--port", "0", "--data", folder.toString(), "--accept-damage")) {
      Lab lab = server.serving();
      assertThat(lab.get("/api/health").json().get("status").asString()).isEqualTo("ok");
      assertThat(server.stop(10)).isTrue();
    }
  }

  @Test
  void aServerWhoseDatabaseFileIsTakenAwayIsDegradedButNotToBeStartedAnew() throws Exception {
    try (ChildServer server = serve()) {
      Lab lab = server.serving();
      Files.move(folder.resolve("shiftscope.mv.db"), folder.resolve("away"));
      Lab.Answer health = lab.get("/api/health");
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.json().get("status").asString()).isEqualTo("degraded");
      assertThat(health.json().get("trouble").asString()).contains("was deleted or replaced");
    }
  }

  @Test
  void aWrongConfigurationIsToldWholeAndNothingIsWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("my.properties"), "slots = many\n");
    try (ChildServer server =
        ChildServer.launch("serve", "--config", file.toString(), "--port", "-1")) {
      assertThat(server.untilItEnds())
          // Java's own warning of its incubator stands first.
          .endsWith(
              """
              Shiftscope cannot start; its configuration is not right:
                port must be a whole number from 0 to 65535; it is -1 (flag --port).
                slots must be a whole number from 0 to 1024; it is many (file %s).
              """
                  .formatted(file));
      assertThat(server.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void theCommandLineExplainsItself() throws Exception {
    try (ChildServer help = ChildServer.launch("serve", "--help");
        ChildServer version = ChildServer.launch("--version")) {
      assertThat(help.untilItEnds())
          .contains("--port", "--host", "--data", "--slots", "--device", "--config");
      assertThat(version.untilItEnds()).startsWith("Shiftscope ");
      assertThat(help.exitCode()).isZero();
      assertThat(version.exitCode()).isZero();
    }
  }

  private ChildServer serve() throws IOException {
    return ChildServer.launch("serve", "--port", "0", "--data", folder.toString(), "--slots", "2");
  }

  private static List<JsonNode> finished(List<JsonNode> trials) {
    return trials.stream().filter(t -> t.get("state").asString().equals("finished")).toList();
  }
}
