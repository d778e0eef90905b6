package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.kind.SmallExperiments;
import org.shiftscope.compute.kind.SmallExperiments.Size;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.TorturedProcess.Role;

/**
 * {@code make torture}: processes that run real trials of every kind while people submit, cancel,
 * retry, pause, delete, restore and purge, killed with SIGKILL at any moment, a thousand times. The
 * record opens each time and holds {@link Told all that was told}, and in the end every trial has
 * the bits of one that nobody disturbed. This is the gate for every new version of H2.
 */
@EnabledIfSystemProperty(named = "torture", matches = "|true")
@Timeout(value = 3, unit = TimeUnit.HOURS)
final class TortureTest {

  /** Two sizes of each kind: with and without a checkpoint on the way. */
  static final List<ExperimentSpec> SPECS =
      Stream.of(Size.INSTANT, Size.SECONDS)
          .flatMap(size -> SmallExperiments.ofEveryKind(size).stream())
          .toList();

  private static final int KILLS = Integer.getInteger("torture.kills", 1_000);
  private static final int BETWEEN_LOOKS = 10;
  private static final int LONGEST_OPENING_SECONDS = 120;

  /** Half of the lives are shorter than a second, the longest are six. */
  private static final int SHORT_LIFE_MILLIS = 750;

  private static final int DOUBLINGS = 4;

  @TempDir Path folder;

  private final Random random = new Random(KILLS);
  private int early;

  /** Six of ten kills. */
  @Test
  void aServerOnH2() throws Exception {
    var told = new Told(undisturbed());
    int kills = KILLS * 6 / 10;
    for (int kill = 1; kill <= kills; kill++) {
      try (var server = new Victim(told, Role.SERVER, kill)) {
        live(server);
        server.kill();
      }
      if (kill % BETWEEN_LOOKS == 0 || kill == kills) {
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
          say("H2", kill, told.check(storage.experiments()));
        }
      }
    }
    assertThat(early).describedAs("killed before it was open").isBetween(1, kills - 1);
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      finish(storage, told);
    }
  }

  /** Four of ten kills: of a worker, twice as often as of the process by which people ask. */
  @Test
  void workersOnPostgres() throws Exception {
    var told = new Told(undisturbed());
    DatabaseAddress database = PostgresServer.shared().fresh();
    int kills = KILLS * 4 / 10;
    List<Victim> victims = new ArrayList<>();
    try (Storage storage =
        Storage.open(
            new RecordPlace(folder.resolve("server"), Optional.of(database)), Clock.systemUTC())) {
      for (Role role : List.of(Role.PERSON, Role.WORKER, Role.WORKER)) {
        victims.add(new Victim(told, role, victims.size(), database.url()));
      }
      for (int kill = 1; kill <= kills; kill++) {
        int which = random.nextInt(victims.size());
        Victim victim = victims.get(which);
        live(victim);
        victim.kill();
        // Nobody asks anything while the process by which people ask is gone.
        if (victim.role == Role.PERSON) {
          say("PostgreSQL", kill, told.check(storage.experiments()));
        }
        victims.set(which, new Victim(told, victim.role, kill + victims.size(), database.url()));
      }
      for (Victim victim : victims) {
        victim.kill();
      }
      assertThat(early).describedAs("killed before it was open").isBetween(1, kills - 1);
      finish(storage, told);
    } finally {
      for (Victim victim : victims) {
        victim.close();
      }
    }
  }

  /** Waits until it is open and then for any time, or only for any time. */
  private void live(Victim victim) throws InterruptedException {
    if (random.nextInt(5) > 0) {
      assertThat(victim.open.await(LONGEST_OPENING_SECONDS, TimeUnit.SECONDS))
          .describedAs(() -> "it opens; it is at " + victim.process.stacks())
          .isTrue();
    }
    Thread.sleep(random.nextInt(SHORT_LIFE_MILLIS) << random.nextInt(DOUBLINGS));
    early += victim.open.getCount() == 0 ? 0 : 1;
  }

  private static void say(String database, int kill, String found) {
    System.out.println("| " + database + " | " + kill + " kills | " + found + " |");
  }

  /** Lets all that was not deleted come to its end. */
  private static void finish(Storage storage, Told told) throws InterruptedException {
    Experiments experiments = storage.experiments();
    List<ExperimentId> all =
        experiments.list(Search.ALL, Optional.empty(), 1_000_000).stream()
            .map(ExperimentSummary::id)
            .toList();
    assertThat(all).isNotEmpty();
    for (ExperimentId id : all) {
      told.hear("asks RESUME " + id);
      experiments.control().resume(id);
    }
    try (var lane = TorturedProcess.runTrials(storage)) {
      for (ExperimentId id : all) {
        while (state(experiments, id) != ExperimentState.FINISHED) {
          if (state(experiments, id).ended()) {
            told.hear("asks RETRY " + id);
            experiments.retry(id);
          }
          Thread.sleep(50);
        }
      }
    }
    System.out.println("| in the end | " + told.checkAll(experiments) + " |");
  }

  private static ExperimentState state(Experiments experiments, ExperimentId id) {
    return experiments.find(id).orElseThrow().state();
  }

  /** The results of a record that nobody disturbs. */
  private Map<ExperimentSpec, List<TrialResult>> undisturbed() throws InterruptedException {
    Map<ExperimentSpec, List<TrialResult>> results = new HashMap<>();
    try (Storage storage = Storage.open(folder.resolve("undisturbed"), Clock.systemUTC());
        var lane = TorturedProcess.runTrials(storage)) {
      for (ExperimentSpec spec : SPECS) {
        Experiment experiment = storage.experiments().submit(spec);
        while (!state(storage.experiments(), experiment.id()).ended()) {
          Thread.sleep(50);
        }
        results.put(
            spec,
            storage.experiments().trials(experiment.id()).stream()
                .map(trial -> trial.result().orElseThrow())
                .toList());
      }
    }
    assertThat(results).hasSameSizeAs(SPECS);
    return results;
  }

  /** A process that is killed, and a thread that hears all that it tells before. */
  private final class Victim implements AutoCloseable {

    private final Role role;
    private final ChildJvm process;
    private final CountDownLatch open = new CountDownLatch(1);
    private final Thread listener;

    Victim(Told told, Role role, long seed) {
      this(told, role, ChildJvm.start("512m", TorturedProcess.class, role, seed, folder));
    }

    Victim(Told told, Role role, long seed, String url) {
      this(
          told,
          role,
          ChildJvm.start(
              "512m", TorturedProcess.class, role, seed, folder.resolve("victim" + seed), url));
    }

    private Victim(Told told, Role role, ChildJvm process) {
      this.role = role;
      this.process = process;
      this.listener = Thread.ofVirtual().start(() -> listen(told));
    }

    private void listen(Told told) {
      for (String line = process.line(); !line.isEmpty(); line = process.line()) {
        told.hear(line);
        if (line.equals("open")) {
          open.countDown();
        }
      }
    }

    /** SIGKILL, where it lives, and hears the rest. */
    void kill() throws InterruptedException {
      assertThat(process.endsWithin(Duration.ZERO)).describedAs("it ended by itself").isFalse();
      close();
      listener.join();
    }

    @Override
    public void close() throws InterruptedException {
      process.close();
    }
  }
}
