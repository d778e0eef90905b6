package org.shiftscope.compute.descent;

import java.util.function.DoubleConsumer;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.SgdSteps;
import org.shiftscope.compute.random.RandomStreams;

/**
 * SGD at constant temperature (the first stage of E1): samples shuffled anew in each epoch, drawn
 * without replacement, the last partial batch dropped. The order of epoch e is the stream {@code
 * shuffle/e}, so that training can start in any epoch.
 */
public final class StochasticGradientDescent {

  private static final int STEPS_BETWEEN_NEWS = 16;

  private StochasticGradientDescent() {}

  /**
   * What to run.
   *
   * @param batchSize B
   * @param steps number of steps, at least 1
   * @param size learning rate and λ
   */
  public record Plan(int batchSize, long steps, SgdSteps.StepSize size) {}

  /**
   * Runs.
   *
   * @param start θ, shape [d], not modified
   * @param streams the run's streams; {@code shuffle} is split off
   * @param progress hears the share of the steps taken; may throw to stop
   * @return θ at the end, shape [d]
   * @throws Divergence where the loss leaves the finite numbers
   */
  public static double[] run(
      Network network,
      Samples samples,
      Plan plan,
      double[] start,
      RandomStreams streams,
      DoubleConsumer progress) {
    SgdSteps sgd = new SgdSteps(network, samples, plan.batchSize(), plan.size(), start);
    int batches = samples.count() / plan.batchSize();
    int[] order = {};
    for (long step = 0; step < plan.steps(); step++) {
      int batch = (int) (step % batches);
      if (batch == 0) {
        order = streams.split("shuffle").split(step / batches).permutation(samples.count());
      }
      if (!Double.isFinite(sgd.step(order, batch * plan.batchSize()))) {
        throw new Divergence(step + 1);
      }
      if (step % STEPS_BETWEEN_NEWS == 0) {
        progress.accept((step + 1.0) / plan.steps());
      }
    }
    return sgd.parameters();
  }
}
