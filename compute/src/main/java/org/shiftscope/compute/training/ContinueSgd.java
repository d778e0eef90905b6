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
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WindowSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.Stages;

/**
 * SGD goes on after its end, at its last learning rate and with its own dynamics, as if it had not
 * stopped: steps are counted on, so that the shuffles are those of the epochs that follow and the
 * added noise is that of the steps that follow. Momentum starts from rest, since its velocity at
 * the end of SGD is not kept: some 1 / (1 − μ) steps later nothing is left of that.
 *
 * @param training how it began
 * @param taken the steps after which an iterate is taken, counted from the window's start,
 *     ascending; shape [n], n at least 1
 * @param keepIterates whether they are told as points of the trial
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ContinueSgd(TrainNetwork training, long[] taken, boolean keepIterates) {

  private static final String WINDOW = "window";

  /** Over a window of Eq. 4. */
  public ContinueSgd(TrainNetwork training, WindowSpec window) {
    this(training, window.taken(training.course(), training.temperature()), window.keepIterates());
  }

  /** The stage. */
  public static StageCost cost(TrainingSpec training, WindowSpec window, int trial) {
    return cost(training, window.steps(training.course(trial), training.temperatureOf(trial)));
  }

  /**
   * The stage.
   *
   * @param steps until the last iterate
   */
  public static StageCost cost(TrainingSpec training, double steps) {
    return TrainingStep.SGD.cost(WINDOW, steps * training.sgd().batchSize());
  }

  /**
   * Goes on, and then measures. Where it leaves the finite numbers, that is the trial's result.
   *
   * @param end the end of SGD: θ, then the running statistics, shape [d + b], not modified
   * @param measure is given the iterates θ, shape [d] each; with batch norm, their own running
   *     statistics are let go: all measuring goes by those of the window's start
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
    if (keepIterates) {
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
    try (Network network = training.network(Precision.SINGLE)) {
      StochasticGradientDescent.State at =
          run.from().map(State::present).orElseGet(() -> start(network, end));
      for (int i = iterates.size(); i < taken.length; i++) {
        long until = firstStep() + taken[i];
        var there = reach(network, until, at, part(run, i, iterates));
        iterates.add(there.theta());
        at = at(network, until, there.theta(), there.velocity());
        StochasticGradientDescent.State reached = at;
        run.progress().accept((double) taken[i] / taken[taken.length - 1]);
        run.offer().accept(() -> new State(List.copyOf(iterates), reached));
      }
    }
    return iterates;
  }

  private StochasticGradientDescent.State start(Network network, double[] end) {
    double[] theta = network.unpack(end);
    return at(network, firstStep(), theta, new double[0]);
  }

  private static StochasticGradientDescent.State at(
      Network network, long step, double[] theta, double[] velocity) {
    return new StochasticGradientDescent.State(step, theta, velocity, network.statistics());
  }

  private long firstStep() {
    return training.course().stepsAt(training.temperature());
  }

  private StochasticGradientDescent.End reach(
      Network network,
      long until,
      StochasticGradientDescent.State at,
      StageRun<StochasticGradientDescent.State> part) {
    SgdSpec sgd = training.training().sgd();
    var size =
        new StepSize(
            training.course().lastRate(training.temperature()), sgd.lambda(), sgd.momentum());
    return StochasticGradientDescent.train(
        network,
        training.dataset().train(),
        new StochasticGradientDescent.Plan(sgd.batchSize(), until, size, List.of(), 1, sgd.noise()),
        at.theta(),
        training.streams(),
        new StageRun<>(Optional.of(at), part.progress(), part.offer(), part.losses()));
  }

  /** SGD tells its share of all its steps, those before the window counted. */
  private StageRun<StochasticGradientDescent.State> part(
      StageRun<State> run, int i, List<double[]> iterates) {
    double until = firstStep() + taken[i];
    double all = taken[taken.length - 1];
    return new StageRun<>(
        Optional.empty(),
        share -> run.progress().accept(Math.max(0, (share * until - firstStep()) / all)),
        offered -> run.offer().accept(() -> new State(List.copyOf(iterates), offered.get())),
        run.losses());
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
