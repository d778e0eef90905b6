package org.shiftscope.compute.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.StochasticGradientDescent;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps.StepSize;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WindowSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.Stages;

/**
 * SGD goes on after its end, at its last learning rate, as if it had not stopped: steps are counted
 * on, so that the shuffles are those of the epochs that follow.
 *
 * @param training how it began
 * @param window how long it goes on, and which iterates are taken
 */
public record ContinueSgd(TrainNetwork training, WindowSpec window) {

  private static final String WINDOW = "window";

  /** The stage. */
  public static StageCost cost(TrainingSpec training, WindowSpec window, int trial) {
    double steps = window.steps(training.course(trial), training.temperatureOf(trial));
    return TrainingStep.SGD.cost(WINDOW, steps * training.sgd().batchSize());
  }

  /**
   * Goes on, and then measures. Where it leaves the finite numbers, that is the trial's result.
   *
   * @param end the end of SGD: θ, then the running statistics, shape [d + b], not modified
   * @param measure is given the iterates θ, shape [d] each, at least 8; with batch norm, their own
   *     running statistics are let go: all measuring goes by those of the window's start
   */
  public TrialResult then(
      double[] end, Stages stages, Function<List<double[]>, TrialResult> measure) {
    List<double[]> iterates;
    try {
      iterates =
          stages
              .run(WINDOW, State.class, Iterates.class, run -> new Iterates(iterates(end, run)))
              .thetas();
    } catch (Divergence divergence) {
      return new Diverged(
          sayDiverged(divergence.step()), divergence.step(), training.context().execution());
    }
    if (window.keepIterates()) {
      training.context().watch().reached(NamedPoint.ITERATES, packed(iterates, end));
    }
    return measure.apply(iterates);
  }

  /** One after the other, each with the running statistics that measuring goes by. */
  private static double[] packed(List<double[]> iterates, double[] end) {
    double[] packed = new double[iterates.size() * end.length];
    for (int i = 0; i < iterates.size(); i++) {
      double[] theta = iterates.get(i);
      System.arraycopy(end, 0, packed, i * end.length, end.length);
      System.arraycopy(theta, 0, packed, i * end.length, theta.length);
    }
    return packed;
  }

  private String sayDiverged(long step) {
    return String.format(
        Locale.ROOT,
        "SGD stayed finite for its flow time and diverged at step %d, in the window after it: a learning rate of %s is too"
            + " large for this network. Try lower temperatures or a smaller batch.",
        step,
        SayNumber.significant(training.course().lastRate(training.temperature())));
  }

  private List<double[]> iterates(double[] end, StageRun<State> run) {
    List<double[]> iterates = new ArrayList<>();
    run.from().ifPresent(state -> iterates.addAll(state.iterates()));
    long[] taken = window.taken(training.course(), training.temperature());
    try (Network network = training.network(Precision.SINGLE)) {
      StochasticGradientDescent.State at =
          run.from().map(State::present).orElseGet(() -> start(network, end));
      for (int i = iterates.size(); i < taken.length; i++) {
        long until = firstStep() + taken[i];
        double[] theta = reach(network, until, at, part(run, taken, i, iterates));
        iterates.add(theta);
        at = at(network, until, theta);
        StochasticGradientDescent.State reached = at;
        run.progress().accept((double) taken[i] / taken[taken.length - 1]);
        run.offer().accept(() -> new State(List.copyOf(iterates), reached));
      }
    }
    return iterates;
  }

  private StochasticGradientDescent.State start(Network network, double[] end) {
    double[] theta = network.unpack(end);
    return at(network, firstStep(), theta);
  }

  private static StochasticGradientDescent.State at(Network network, long step, double[] theta) {
    return new StochasticGradientDescent.State(step, theta, new double[0], network.statistics());
  }

  private long firstStep() {
    return training.course().stepsAt(training.temperature());
  }

  private double[] reach(
      Network network,
      long until,
      StochasticGradientDescent.State at,
      StageRun<StochasticGradientDescent.State> part) {
    var size =
        new StepSize(
            training.course().lastRate(training.temperature()), training.training().sgd().lambda());
    return StochasticGradientDescent.run(
        network,
        training.dataset().train(),
        new StochasticGradientDescent.Plan(training.training().sgd().batchSize(), until, size),
        at.theta(),
        training.streams(),
        new StageRun<>(Optional.of(at), part.progress(), part.offer()));
  }

  /** SGD tells its share of all its steps, those before the window counted. */
  private StageRun<StochasticGradientDescent.State> part(
      StageRun<State> run, long[] taken, int i, List<double[]> iterates) {
    double until = firstStep() + taken[i];
    double all = taken[taken.length - 1];
    return new StageRun<>(
        Optional.empty(),
        share -> run.progress().accept(Math.max(0, (share * until - firstStep()) / all)),
        offered -> run.offer().accept(() -> new State(List.copyOf(iterates), offered.get())));
  }

  /** The iterates, shape [d] each. */
  private record Iterates(List<double[]> thetas) {}

  /**
   * Between two steps.
   *
   * @param iterates taken so far
   * @param present where SGD is
   */
  private record State(List<double[]> iterates, StochasticGradientDescent.State present) {}
}
