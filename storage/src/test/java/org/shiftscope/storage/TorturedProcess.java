package org.shiftscope.storage;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * A process that is made to be killed at any moment: it runs real trials of every kind, does what
 * people do with experiments, or both, until then. It says {@code open} once its record is; {@code
 * ended id trial}: news of it came; {@code asks verb id} before each thing that a person does, and
 * {@code did verb id changed} once that is acknowledged, {@code verb} being one of {@link Verb},
 * with the new name where it is renamed.
 */
final class TorturedProcess {

  /** What it is for. */
  enum Role {
    /** Runs trials and does what people do. */
    SERVER,
    /** Does what people do. */
    PERSON,
    /** Runs trials. */
    WORKER
  }

  /** What people do. */
  enum Verb {
    SUBMIT,
    CANCEL,
    RETRY,
    RETRY_FAILED,
    PAUSE,
    RESUME,
    TO_FRONT,
    RENAME,
    DELETE,
    RESTORE,
    PURGE
  }

  /** So many that wait or run keep two slots busy. */
  private static final int UNDER_WAY = 12;

  private static final int RECENT = 60;

  private final Storage storage;
  private final Random random;
  private final PrintStream out = System.out;

  private TorturedProcess(Storage storage, Random random) {
    this.storage = storage;
    this.random = random;
  }

  /**
   * @param arguments the role; a seed for what people do; the folder; and the URL of the database
   *     where it is one of PostgreSQL
   */
  public static void main(String[] arguments) throws Exception {
    var role = Role.valueOf(arguments[0]);
    try (Storage storage = open(place(arguments), role)) {
      var process = new TorturedProcess(storage, new Random(Long.parseLong(arguments[1])));
      process.tellEnds();
      if (role != Role.PERSON) {
        runTrials(storage);
      }
      process.say("open");
      while (role != Role.WORKER) {
        process.act();
        LockSupport.parkNanos(process.random.nextInt(60_000_000));
      }
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  private static RecordPlace place(String[] arguments) {
    return new RecordPlace(
        Path.of(arguments[2]),
        arguments.length > 3 ? Optional.of(PostgresServer.at(arguments[3])) : Optional.empty());
  }

  private static Storage open(RecordPlace place, Role role) {
    // Of its clock a second is a hundred, so that checkpoints come early.
    var fast = new Clocks(Clock.systemUTC(), () -> 100 * System.nanoTime());
    return role == Role.WORKER ? Storage.openForWork(place, fast) : Storage.open(place, fast);
  }

  /** Starts two slots for trials of every kind. */
  static TrialQueue.Running runTrials(Storage storage) {
    var execution = new Execution("cpu", 1, "test");
    var run = new RunTrial(new DataFolder(Path.of("none")), execution);
    var lane = new Lane("cpu", 2);
    storage.queue().serve(List.of(lane), execution);
    return storage.queue().start(lane, run::run);
  }

  private void tellEnds() {
    storage
        .experiments()
        .subscribe(
            event -> {
              if (event.type() == Event.Type.TRIAL_ENDED) {
                say("ended " + event.experiment() + " " + event.trial().orElseThrow());
              }
            });
  }

  private void act() {
    Experiments experiments = storage.experiments();
    List<ExperimentSummary> shown = experiments.list(Search.ALL, Optional.empty(), RECENT);
    long underWay = shown.stream().filter(each -> !each.state().ended()).count();
    if (shown.isEmpty() || (underWay < UNDER_WAY && random.nextInt(4) == 0)) {
      submit();
      return;
    }
    var verb = Verb.values()[1 + random.nextInt(Verb.values().length - 1)];
    List<ExperimentSummary> among =
        verb == Verb.RESTORE || verb == Verb.PURGE
            ? experiments.list(Search.BIN, Optional.empty(), RECENT)
            : shown;
    if (!among.isEmpty()) {
      ExperimentId id = among.get(random.nextInt(among.size())).id();
      String title = verb == Verb.RENAME ? " named" + random.nextInt(1_000_000) : "";
      say("asks " + verb + " " + id + title);
      say("did " + verb + " " + id + " " + does(verb, id, title) + title);
    }
  }

  private void submit() {
    List<ExperimentSpec> specs = TortureTest.SPECS;
    say("asks SUBMIT -");
    Experiment submitted = storage.experiments().submit(specs.get(random.nextInt(specs.size())));
    say("did SUBMIT " + submitted.id() + " true");
  }

  private boolean does(Verb verb, ExperimentId id, String title) {
    Experiments experiments = storage.experiments();
    ControlQueue control = experiments.control();
    return switch (verb) {
      case SUBMIT -> throw new IllegalArgumentException(verb.name().toLowerCase(Locale.ROOT));
      case CANCEL -> experiments.cancel(id);
      case RETRY -> experiments.retry(id);
      case RETRY_FAILED -> control.retryFailed(id);
      case PAUSE -> control.pause(id);
      case RESUME -> control.resume(id);
      case TO_FRONT -> control.toFront(id);
      case RENAME -> experiments.edit(id, ExperimentEdit.title(title));
      case DELETE -> experiments.delete(id);
      case RESTORE -> experiments.restore(id);
      case PURGE -> experiments.purge(id);
    };
  }

  private void say(String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}
