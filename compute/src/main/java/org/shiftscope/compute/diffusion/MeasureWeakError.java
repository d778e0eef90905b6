package org.shiftscope.compute.diffusion;

import java.util.function.DoubleUnaryOperator;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.WeakError;
import org.shiftscope.compute.spec.WeakErrorSpec;

/**
 * The weak error of Eq. 11 against Eq. 9 on a planted regression with one parameter, both sides
 * without sampling ({@link ExactEvolution}). Milliseconds to seconds.
 */
public final class MeasureWeakError {

  /** Off the minimum, which is near 1, so that the way there is compared as well. */
  private static final double START = 0;

  private MeasureWeakError() {}

  /**
   * Measures.
   *
   * @param streams {@code planted-samples} is split off
   * @param poll called between the learning rates; may throw to stop
   */
  public static WeakError measure(WeakErrorSpec spec, RandomStreams streams, Runnable poll) {
    ScalarRegression model =
        ScalarRegression.plant(
            spec.model(),
            spec.samples(),
            WeakErrorSpec.LAMBDA,
            streams.split("planted-samples").generator());
    var evolution = new ExactEvolution(model, spec.batchSize(), START);
    int rates = spec.halvings() + 1;
    double time = spec.learningRate() * spec.steps();
    double[] rate = new double[rates];
    double[] mean = new double[rates];
    double[] secondMoment = new double[rates];
    double[] corrected = new double[rates];
    DoubleUnaryOperator first = theta -> theta;
    DoubleUnaryOperator second = theta -> theta * theta;
    for (int i = 0; i < rates; i++) {
      poll.run();
      rate[i] = Math.scalb(spec.learningRate(), -i);
      var sgd = evolution.sgd(rate[i], spec.steps() << i);
      poll.run();
      var langevin = evolution.langevin(rate[i], time);
      mean[i] = Math.abs(sgd.expect(first, START) - langevin.expect(first, START));
      secondMoment[i] = Math.abs(sgd.expect(second, START) - langevin.expect(second, START));
      corrected[i] =
          Math.abs(
              sgd.expect(second, START)
                  - evolution.secondOrder(rate[i], time).expect(second, START));
    }
    return new WeakError(
        time,
        Series.of(rate),
        Series.of(mean),
        FitOrder.of(rate, mean),
        Series.of(secondMoment),
        FitOrder.of(rate, secondMoment),
        Series.of(corrected),
        FitOrder.of(rate, corrected));
  }
}
