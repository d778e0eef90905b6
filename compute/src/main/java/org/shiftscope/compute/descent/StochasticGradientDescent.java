package org.shiftscope.compute.descent;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.SgdSteps;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.stage.StageRun;

/**
 * SGD (the first stage of E1), at a constant learning rate or at one that drops, plain, with
 * momentum or with noise added to its gradients: samples shuffled anew in each epoch, drawn without
 * replacement, the last partial batch dropped. The order of epoch e is the stream {@code
 * shuffle/e}, so that training can start in any epoch. So is each step's noise.
 */
public final class StochasticGradientDescent {

  private static final int STEPS_BETWEEN_NEWS = 16;

  private StochasticGradientDescent() {}

  /**
   * What to run.
   *
   * @param batchSize B
   * @param steps number of steps, at least 1
   * @param size learning rate of the first step, λ and momentum
   * @param drops steps, counted from 0, before which the learning rate drops; ascending
   * @param dropFactor by what it is multiplied at each
   * @param noise added to the gradients, beside no momentum; empty for none
   */
  public record Plan(
      int batchSize,
      long steps,
      SgdSteps.StepSize size,
      List<Long> drops,
      double dropFactor,
      Optional<Dynamics.Noise> noise) {

    /** At a constant learning rate. */
    public Plan(int batchSize, long steps, SgdSteps.StepSize size) {
      this(batchSize, steps, size, List.of(), 1, Optional.empty());
    }

    /** The learning rate of a step. */
    double rateAt(long step) {
      double rate = size.learningRate();
      for (long drop : drops) {
        rate *= step >= drop ? dropFactor : 1;
      }
      return rate;
    }

    /** The first drop after a step; the end of time where there is none. */
    long dropAfter(long step) {
      return drops.stream().filter(drop -> drop > step).findFirst().orElse(Long.MAX_VALUE);
    }
  }

  /**
   * Runs.
   *
   * @param start θ, shape [d], not modified; the network's running statistics are those there
   * @param streams the run's streams; {@code shuffle} and {@code noise} are split off
   * @param run hears the share of the steps taken
   * @return θ at the end, shape [d]; the running statistics there are the network's then
   * @throws Divergence where the loss leaves the finite numbers
   */
  public static double[] run(
      Network network,
      Samples samples,
      Plan plan,
      double[] start,
      RandomStreams streams,
      StageRun<State> run) {
    return train(network, samples, plan, start, streams, run).theta();
  }

  /** The same, with how the train loss went at the end. */
  public static End train(
      Network network,
      Samples samples,
      Plan plan,
      double[] start,
      RandomStreams streams,
      StageRun<State> run) {
    State from =
        run.from().orElseGet(() -> new State(0, start, new double[0], network.statistics()));
    network.setStatistics(from.statistics());
    SgdSteps sgd = new SgdSteps(network, samples, plan.batchSize(), plan.size(), from.theta());
    sgd.setVelocity(from.velocity());
    Optional<DrawNoise> noise =
        plan.noise()
            .map(each -> new DrawNoise(each, plan.batchSize(), from.theta().length, streams));
    var losses = new LastLosses(plan.steps(), from.losses());
    sgd.learnAt(plan.rateAt(from.step()));
    long drop = plan.dropAfter(from.step());
    int batches = samples.count() / plan.batchSize();
    int[] order = {};
    double loss = Double.NaN;
    run.progress().accept((double) from.step() / plan.steps());
    for (long step = from.step(); step < plan.steps(); step++) {
      int batch = (int) (step % batches);
      if (batch == 0 || step == from.step()) {
        order = streams.split("shuffle").split(step / batches).permutation(samples.count());
      }
      if (step == drop) {
        sgd.learnAt(plan.rateAt(step));
        drop = plan.dropAfter(step);
      }
      int first = batch * plan.batchSize();
      loss = sgd.gradient(order, first);
      if (step % STEPS_BETWEEN_NEWS == 0) {
        run.losses().at(step + 1, loss, sgd::gradientNorm);
      }
      if (noise.isEmpty()) {
        sgd.descend();
      } else {
        sgd.descend(noise.get().at(step, plan.rateAt(step)));
      }
      if (!Double.isFinite(loss)) {
        throw new Divergence(step + 1);
      }
      losses.hear(step, loss);
      if (step % STEPS_BETWEEN_NEWS == 0) {
        run.progress().accept((step + 1.0) / plan.steps());
        long taken = step + 1;
        run.offer()
            .accept(
                () ->
                    new State(
                        taken,
                        sgd.parameters(),
                        sgd.velocity(),
                        network.statistics(),
                        losses.sums()));
      }
    }
    return new End(sgd.parameters(), sgd.velocity(), loss, losses.fall());
  }

  /**
   * Where SGD ended.
   *
   * @param theta θ, shape [d]; float32 numbers
   * @param velocity v of the momentum, shape [d], or [0] without momentum
   * @param loss of the last minibatch, before its step, mean over samples without the L2 term; NaN
   *     where no step was left to take
   * @param fall whether the train loss still fell; empty for a run of too few steps to tell
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  public record End(double[] theta, double[] velocity, double loss, Optional<LossFall> fall) {}

  /**
   * SGD between two steps. The order of each epoch's samples and the noise of each step are streams
   * of their own, so nothing else is needed to go on in the middle of an epoch.
   *
   * @param step steps taken
   * @param theta θ, shape [d]; float32 numbers, which float64 holds exactly
   * @param velocity v of the momentum, shape [d], or [0] without momentum; float32 numbers as well
   * @param statistics the running statistics of batch norms, shape [b]; the same
   * @param losses sums of the last minibatches' losses; of length 0 at the start
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  public record State(
      long step, double[] theta, double[] velocity, double[] statistics, double[] losses) {

    /** At the start of a run. */
    public State(long step, double[] theta, double[] velocity, double[] statistics) {
      this(step, theta, velocity, statistics, new double[0]);
    }
  }
}
