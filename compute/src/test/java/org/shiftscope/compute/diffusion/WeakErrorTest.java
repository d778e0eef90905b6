package org.shiftscope.compute.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiftscope.compute.model.ScalarRegression;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.WeakError;
import org.shiftscope.compute.spec.WeakErrorSpec;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;
import org.shiftscope.compute.stage.StageRun;

/** The exact expectations against their closed forms and against simulation; the orders. */
class WeakErrorTest {

  private static final DoubleUnaryOperator MEAN = theta -> theta;
  private static final DoubleUnaryOperator SQUARE = theta -> theta * theta;

  /**
   * For linear regression the moments of SGD and of the Langevin equation follow closed recursions.
   */
  @Test
  void linearRegressionFollowsItsMoments() {
    ScalarRegression model = planted(ScalarModel.LINEAR_REGRESSION);
    var evolution = new ExactEvolution(model, 2, 0, () -> {});
    Moments moments = new Moments(model, 2);
    double rate = 0.3;
    double[] sgd = moments.afterSgd(rate, 9);
    assertThat(evolution.sgd(rate, 9).expect(MEAN, 0)).isCloseTo(sgd[0], within(1e-11));
    assertThat(evolution.sgd(rate, 9).expect(SQUARE, 0)).isCloseTo(sgd[1], within(1e-11));
    double[] langevin = moments.afterLangevin(rate, 2.7);
    assertThat(evolution.langevin(rate, 2.7).expect(MEAN, 0)).isCloseTo(langevin[0], within(1e-9));
    assertThat(evolution.langevin(rate, 2.7).expect(SQUARE, 0))
        .isCloseTo(langevin[1], within(1e-9));
  }

  /** 40,000 walkers of each: their means lie within four standard errors. */
  @Test
  void logisticRegressionFollowsSimulation() {
    ScalarRegression model = planted(ScalarModel.LOGISTIC_REGRESSION);
    var evolution = new ExactEvolution(model, 3, 0, () -> {});
    RandomGenerator random = RandomStreams.of(3).generator();
    var sgd = new StreamingStatistics();
    var langevin = new StreamingStatistics();
    double rate = 0.4;
    for (int walker = 0; walker < 40_000; walker++) {
      double theta = 0;
      for (int step = 0; step < 5; step++) {
        double gradient = 0;
        for (int draw = 0; draw < 3; draw++) {
          gradient += model.gradient(random.nextInt(model.count()), theta) / 3;
        }
        theta -= rate * gradient;
      }
      sgd.addValue(theta * theta);
    }
    double dt = 2.0 / 200;
    for (int walker = 0; walker < 40_000; walker++) {
      double theta = 0;
      for (int step = 0; step < 200; step++) {
        theta +=
            -model.slope(theta) * dt
                + Math.sqrt(rate / 3 * model.noise(theta) * dt) * random.nextGaussian();
      }
      langevin.addValue(theta * theta);
    }
    assertThat(evolution.sgd(rate, 5).expect(SQUARE, 0))
        .isCloseTo(sgd.getMean(), within(4 * error(sgd)));
    assertThat(evolution.langevin(rate, 2).expect(SQUARE, 0))
        // and the simulation's own step, of order dt
        .isCloseTo(langevin.getMean(), within(4 * error(langevin) + 0.2 * dt));
  }

  @Test
  void theGridIsFineEnough() {
    ScalarRegression model = planted(ScalarModel.LOGISTIC_REGRESSION);
    var coarse = new ExactEvolution(model, 1, 0, () -> {});
    var fine = new ExactEvolution(model, 1, 0, () -> {}, 128);
    assertThat(coarse.sgd(0.4, 10).expect(SQUARE, 0))
        .isCloseTo(fine.sgd(0.4, 10).expect(SQUARE, 0), within(1e-9));
    assertThat(coarse.langevin(0.4, 4).expect(SQUARE, 0))
        .isCloseTo(fine.langevin(0.4, 4).expect(SQUARE, 0), within(1e-8));
  }

  @ParameterizedTest
  @EnumSource
  void theErrorIsOfFirstOrderAndTheCorrectedOneOfSecond(ScalarModel kind) {
    WeakError error =
        MeasureWeakError.measure(
            new WeakErrorSpec(kind, 20, 1, 0.2, 5, 6),
            RandomStreams.of(1),
            StageRun.whole(share -> {}));
    assertThat(error.meanOrder().slope()).isCloseTo(1, within(0.01));
    assertThat(error.secondMomentOrder().slope()).isCloseTo(1, within(0.01));
    assertThat(error.correctedOrder().slope()).isCloseTo(2, within(0.01));
  }

  private static double error(StreamingStatistics values) {
    return values.getStandardDeviation() / Math.sqrt(values.getN());
  }

  private static ScalarRegression planted(ScalarModel model) {
    return ScalarRegression.plant(model, 12, 0.1, RandomStreams.of(7).generator());
  }

  /** E θ and E θ² where gradients are a_i θ − b_i, a_i = x_i² + λ, b_i = x_i y_i, from θ = 0. */
  private record Moments(ScalarRegression model, int batchSize) {

    double[] afterSgd(double rate, int steps) {
      double[] moments = new double[2];
      for (int step = 0; step < steps; step++) {
        double a = meanOf(1, 0);
        double b = meanOf(0, 1);
        double m = moments[0];
        double s = moments[1];
        // The mean gradient, and its square: mean² + variance / B.
        double drift = a * m - b;
        double square =
            a * a * s
                - 2 * a * b * m
                + b * b
                + ((meanOf(2, 0) - a * a) * s
                        - 2 * (meanOf(1, 1) - a * b) * m
                        + meanOf(0, 2)
                        - b * b)
                    / batchSize;
        moments[0] = m - rate * drift;
        moments[1] = s - 2 * rate * (a * s - b * m) + rate * rate * square;
      }
      return moments;
    }

    /** Its linear equations by many small steps of Heun's method. */
    double[] afterLangevin(double rate, double time) {
      int steps = 200_000;
      double dt = time / steps;
      double m = 0;
      double s = 0;
      for (int i = 0; i < steps; i++) {
        double[] k1 = change(rate, m, s);
        double[] k2 = change(rate, m + dt * k1[0], s + dt * k1[1]);
        m += dt / 2 * (k1[0] + k2[0]);
        s += dt / 2 * (k1[1] + k2[1]);
      }
      return new double[] {m, s};
    }

    private double[] change(double rate, double m, double s) {
      double a = meanOf(1, 0);
      double b = meanOf(0, 1);
      double noise =
          (meanOf(2, 0) - a * a) * s - 2 * (meanOf(1, 1) - a * b) * m + meanOf(0, 2) - b * b;
      return new double[] {b - a * m, 2 * (b * m - a * s) + rate / batchSize * noise};
    }

    private double meanOf(int powerOfA, int powerOfB) {
      double sum = 0;
      for (int i = 0; i < model.count(); i++) {
        double a = model.x()[i] * model.x()[i] + model.lambda();
        double b = model.x()[i] * model.y()[i];
        sum += Math.pow(a, powerOfA) * Math.pow(b, powerOfB);
      }
      return sum / model.count();
    }
  }
}
