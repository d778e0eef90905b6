package org.shiftscope.storage;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * A server that is made to be killed: it runs what waits in its folder, and says on its output what
 * it does. {@code ran id trial}: a trial was run; {@code stored id trial}: its end is told, so it
 * is on disk; {@code done}: nothing waits.
 */
final class KilledServer {

  private KilledServer() {}

  /**
   * @param arguments the folder; experiments to submit; trials of each
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    try (Storage storage = Storage.open(Path.of(arguments[0]), Clock.systemUTC());
        var heard = new Heard(storage.experiments())) {
      Experiments experiments = storage.experiments();
      experiments.subscribe(
          event -> {
            if (event.type() == Event.Type.TRIAL_ENDED) {
              say(out, "stored " + event.experiment() + " " + event.trial().orElseThrow());
            }
          });
      out.println("open");
      out.flush();
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        Experiment submitted =
            experiments.submit(Samples.spec("experiment " + i, Integer.parseInt(arguments[2])));
        say(out, "submitted " + submitted.id());
      }
      storage
          .queue()
          .start(
              new Lane("cpu", 2),
              (spec, trial, watch) -> {
                watch.progress("work", 0.5);
                LockSupport.parkNanos(2_000_000);
                say(out, "ran " + spec.title().replace(' ', '-') + " " + trial);
                return Samples.result(trial);
              });
      for (ExperimentSummary experiment : experiments.list(Search.ALL, Optional.empty(), 1_000)) {
        Experiment now = experiments.find(experiment.id()).orElseThrow();
        if (!now.state().ended()) {
          heard.awaitEnd(now);
        }
      }
    }
    say(out, "done");
  }

  private static void say(PrintStream out, String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}
