package org.shiftscope.storage;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.kind.SmallExperiments;
import org.shiftscope.compute.kind.SmallExperiments.Size;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.TrialCheckpoints;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * A server that is made to be killed inside real trials of every kind. Its clock runs fast, so that
 * checkpoints come early. It says {@code kept kind}: a checkpoint is on disk; {@code all kept}: one
 * of each kind is; {@code resumed kind}: a trial goes on from one; {@code done}: nothing waits.
 */
final class KilledKinds {

  private KilledKinds() {}

  /**
   * @param arguments the folder; and "submit", where no trial goes on from its first checkpoint
   *     before each has one, or "go on"
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    var run = new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));
    try (Storage storage = Storage.open(Path.of(arguments[0]), hundredfold())) {
      Experiments experiments = storage.experiments();
      var news = new Semaphore(0);
      experiments.subscribe(event -> news.release());
      List<ExperimentSpec> specs = SmallExperiments.ofEveryKind(Size.SECONDS);
      int kinds = specs.size();
      int trials = specs.stream().mapToInt(ExperimentSpec::trialCount).sum();
      boolean submits = arguments[1].equals("submit");
      if (submits) {
        specs.forEach(experiments::submit);
      }
      var meet = new CyclicBarrier(submits ? kinds : 1, () -> say(out, "all kept"));
      storage
          .queue()
          .start(
              new Lane("cpu", trials),
              (spec, trial, watch) ->
                  run.run(spec, trial, new Saying(spec, watch, out, new Meeting(meet, trial))));
      while (!experiments.list(Search.ALL, Optional.empty(), 100).stream()
          .allMatch(each -> each.state().ended())) {
        news.acquire();
        news.drainPermits();
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

  /** Says what becomes of checkpoints. */
  private record Saying(ExperimentSpec spec, TrialWatch watch, PrintStream out, Meeting meeting)
      implements TrialWatch, TrialCheckpoints {

    @Override
    public void progress(String phase, double fraction) {
      watch.progress(phase, fraction);
    }

    @Override
    public boolean cancelled() {
      return watch.cancelled();
    }

    @Override
    public void reached(NamedPoint point, double[] theta) {
      watch.reached(point, theta);
    }

    @Override
    public Input input(PointRef source) {
      return watch.input(source);
    }

    @Override
    public TrialCheckpoints checkpoints() {
      return this;
    }

    @Override
    public Optional<InputStream> newest() {
      Optional<InputStream> newest = watch.checkpoints().newest();
      newest.ifPresent(found -> say(out, "resumed " + spec.title()));
      return newest;
    }

    @Override
    public boolean due() {
      return watch.checkpoints().due();
    }

    @Override
    public void keep(Content content) {
      watch.checkpoints().keep(content);
      say(out, "kept " + spec.title());
      meeting.once();
    }
  }

  /** Where an experiment's first trial waits, the first time it comes there. */
  private static final class Meeting {

    private final CyclicBarrier others;
    private boolean met;

    Meeting(CyclicBarrier others, int trial) {
      this.others = others;
      met = trial > 0;
    }

    void once() {
      if (!met) {
        met = true;
        try {
          others.await();
        } catch (InterruptedException | BrokenBarrierException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** A clock of which a second is a hundred, so that checkpoints come early. */
  private static Clocks hundredfold() {
    return new Clocks(Clock.systemUTC(), () -> 100 * System.nanoTime());
  }
}
