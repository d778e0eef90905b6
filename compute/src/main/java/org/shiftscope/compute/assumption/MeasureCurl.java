package org.shiftscope.compute.assumption;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.shiftscope.compute.certificate.CertifyExactly;
import org.shiftscope.compute.certificate.CertifyExactly.Sought;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.model.LogisticModel;
import org.shiftscope.compute.process.AntisymmetricShare;
import org.shiftscope.compute.process.Lyapunov;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CurlMeasurement;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.stage.StageRun;

/**
 * Assumption 1 on a real model: the antisymmetric part of J = ∂a, at the minimum and at random
 * points around it whose distance is counted in standard deviations of the steady state Σ (HΣ + ΣH
 * = T C). a is exact; J is taken by central differences of fourth order in float64, good to about
 * ten digits.
 */
public record MeasureCurl(LogisticModel model, double temperature) {

  private static final double[] DISTANCES = {0, 0.5, 1, 2, 3};

  /** Its error of fourth order, and rounding over it, are both near 1e-11 of the field. */
  private static final double STEP = 2e-3;

  /** All points that are looked at. There is one at distance 0. */
  public static int all(int points) {
    return 1 + (DISTANCES.length - 1) * points;
  }

  /**
   * Measures on the digits.
   *
   * @param digits all train samples
   * @param streams {@code points} is split off
   * @param run goes on between two points
   * @param execution stands on the result
   */
  public static CurlMeasurement onDigits(
      DigitsRegression spec,
      double temperature,
      Samples digits,
      RandomStreams streams,
      StageRun<State> run,
      Execution execution) {
    LogisticModel model = ReduceDigits.model(spec, digits);
    return new MeasureCurl(model, temperature)
        .around(spec.points(), streams.split("points").generator(), run, execution);
  }

  /**
   * Times what is done once: the principal components, and the minimum.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public static double secondsToPrepare(
      DigitsRegression spec, Samples digits, LongSupplier nanoTime) {
    return TimeSteps.median(() -> ReduceDigits.model(spec, digits).minimum(), nanoTime);
  }

  /**
   * Times what is done at each point.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public static double secondsOfPoint(
      DigitsRegression spec, double temperature, Samples digits, LongSupplier nanoTime) {
    var measure = new MeasureCurl(ReduceDigits.model(spec, digits), temperature);
    double[] minimum = measure.model.minimum();
    return TimeSteps.median(() -> AntisymmetricShare.of(measure.jacobian(minimum)), nanoTime);
  }

  CurlMeasurement around(
      int points, RandomGenerator random, StageRun<State> run, Execution execution) {
    double[] minimum = model.minimum();
    RealMatrix h = model.hessian(minimum);
    RealMatrix c = model.noise(minimum);
    RealMatrix spread =
        new CholeskyDecomposition(symmetric(Lyapunov.solve(h, c.scalarMultiply(temperature))))
            .getL();
    double[] before = run.from().map(State::shares).orElse(new double[0]);
    double[] shares = Arrays.copyOf(before, all(points));
    int done = 0;
    double[] mean = new double[DISTANCES.length];
    double[] largest = new double[DISTANCES.length];
    for (int i = 0; i < DISTANCES.length; i++) {
      var found = new StreamingStatistics();
      int looks = DISTANCES[i] == 0 ? 1 : points;
      for (int point = 0; point < looks; point++) {
        double[] away = spread.operate(direction(random));
        if (done >= before.length) {
          int reached = done;
          run.progress().accept((double) reached / shares.length);
          run.offer().accept(() -> new State(Arrays.copyOf(shares, reached)));
          shares[done] = AntisymmetricShare.of(jacobian(Vectors.sum(minimum, DISTANCES[i], away)));
        }
        found.addValue(shares[done++]);
      }
      mean[i] = found.getMean();
      largest[i] = found.getMax();
    }
    return new CurlMeasurement(
        String.format(
            Locale.ROOT,
            "At the minimum %s of the field's slope is antisymmetric, at two standard deviations from it %s on average.",
            SayNumber.significant(mean[0]),
            SayNumber.significant(mean[3])),
        model.samples(),
        model.dimension(),
        model.loss(minimum),
        Vectors.norm(model.gradient(minimum)),
        c.subtract(h).getFrobeniusNorm() / h.getFrobeniusNorm(),
        c.multiply(h).subtract(h.multiply(c)).getFrobeniusNorm()
            / (c.getFrobeniusNorm() * h.getFrobeniusNorm()),
        Series.of(DISTANCES),
        Series.of(mean),
        Series.of(largest),
        Optional.of(certificate(minimum, h)),
        execution);
  }

  /** Of what Newton's method came to from 0 on. */
  private MinimumCertificate certificate(double[] minimum, RealMatrix hessian) {
    double[] eigenvalues = new EigenDecompositionSymmetric(symmetric(hessian)).getEigenvalues();
    Arrays.sort(eigenvalues);
    return CertifyExactly.of(
        new Sought(model, new double[minimum.length], minimum, LogisticModel.TOLERANCE),
        eigenvalues);
  }

  /** J_ij = ∂_j a_i. */
  RealMatrix jacobian(double[] theta) {
    int d = theta.length;
    RealMatrix jacobian = new Array2DRowRealMatrix(d, d);
    for (int j = 0; j < d; j++) {
      double[] unit = new double[d];
      unit[j] = STEP;
      double[] near = difference(theta, unit, 1);
      double[] far = difference(theta, unit, 2);
      for (int i = 0; i < d; i++) {
        jacobian.setEntry(i, j, (8 * near[i] - far[i]) / (12 * STEP));
      }
    }
    return jacobian;
  }

  /** a(θ + k u) − a(θ − k u). */
  private double[] difference(double[] theta, double[] unit, double k) {
    return Vectors.difference(
        model.field(Vectors.sum(theta, k, unit), temperature),
        model.field(Vectors.sum(theta, -k, unit), temperature));
  }

  private double[] direction(RandomGenerator random) {
    double[] direction = new double[model.dimension()];
    Arrays.setAll(direction, i -> random.nextGaussian());
    double norm = Vectors.norm(direction);
    Arrays.setAll(direction, i -> direction[i] / norm);
    return direction;
  }

  /** Rounding leaves Σ symmetric to 1e-16 only, which Cholesky's decomposition refuses. */
  private static RealMatrix symmetric(RealMatrix matrix) {
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }

  /**
   * The curl between two points.
   *
   * @param shares the antisymmetric shares at the points so far
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record State(double[] shares) {}
}
