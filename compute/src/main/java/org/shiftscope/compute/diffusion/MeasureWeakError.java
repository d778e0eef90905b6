package org.shiftscope.compute.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.shiftscope.compute.diffusion.MeasureWeakError.State.Errors;
import org.shiftscope.compute.model.ScalarRegression;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.WeakError;
import org.shiftscope.compute.spec.WeakErrorSpec;
import org.shiftscope.compute.stage.StageRun;

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
   * @param run goes on between two learning rates
   */
  public static WeakError measure(WeakErrorSpec spec, RandomStreams streams, StageRun<State> run) {
    ScalarRegression model =
        ScalarRegression.plant(
            spec.model(),
            spec.samples(),
            WeakErrorSpec.LAMBDA,
            streams.split("planted-samples").generator());
    int rates = spec.halvings() + 1;
    double time = spec.learningRate() * spec.steps();
    double[] rate = new double[rates];
    List<Errors> errors = new ArrayList<>(run.from().map(State::errors).orElse(List.of()));
    for (int i = 0; i < rates; i++) {
      rate[i] = Math.scalb(spec.learningRate(), -i);
      if (i == errors.size()) {
        double done = (double) i / rates;
        run.progress().accept(done);
        var evolution =
            new ExactEvolution(model, spec.batchSize(), START, () -> run.progress().accept(done));
        errors.add(errors(evolution, rate[i], spec.steps() << i, time));
        run.progress().accept((i + 1.0) / rates);
        run.offer().accept(() -> new State(List.copyOf(errors)));
      }
    }
    double[] mean = errors.stream().mapToDouble(Errors::mean).toArray();
    double[] secondMoment = errors.stream().mapToDouble(Errors::secondMoment).toArray();
    double[] corrected = errors.stream().mapToDouble(Errors::corrected).toArray();
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

  private static Errors errors(ExactEvolution evolution, double rate, int steps, double time) {
    DoubleUnaryOperator first = theta -> theta;
    DoubleUnaryOperator second = theta -> theta * theta;
    var sgd = evolution.sgd(rate, steps);
    var langevin = evolution.langevin(rate, time);
    var corrected = evolution.secondOrder(rate, time);
    return new Errors(
        Math.abs(sgd.expect(first, START) - langevin.expect(first, START)),
        Math.abs(sgd.expect(second, START) - langevin.expect(second, START)),
        Math.abs(sgd.expect(second, START) - corrected.expect(second, START)));
  }

  /**
   * The weak error between two learning rates.
   *
   * @param errors at the learning rates so far
   */
  public record State(List<Errors> errors) {

    /**
     * The errors at one learning rate.
     *
     * @param mean of E θ by Langevin's equation
     * @param secondMoment of E θ² by Langevin's equation
     * @param corrected of E θ² by the equation of second order
     */
    record Errors(double mean, double secondMoment, double corrected) {}
  }
}
