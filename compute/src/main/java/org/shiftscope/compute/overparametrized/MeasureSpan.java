package org.shiftscope.compute.overparametrized;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.curvature.GradientCovariance;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.OverparametrizedMeasurement.Span;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainingStep;

/**
 * The facts of Appendix D on the samples' gradients at a point. The mean gradient and the range of
 * C are taken by other ways than the span (a batch's gradient, products with C), so that they could
 * lie outside.
 */
public final class MeasureSpan {

  /** A step of Gram-Schmidt: two overlaps of two vectors, and their differences. */
  public static final String PAIR = "pair of gradients";

  /** Operations of it for each parameter, on vectors that lie ready. */
  private static final double OPERATIONS = 0.5;

  private static final int PRODUCTS = 5;

  /** Enough vectors to time on. */
  private static final int FEW = 60;

  private final DatasetLoss loss;
  private final double[] theta;
  private final GradientSpan span;

  /**
   * Takes the gradients and their span.
   *
   * @param loss without an L2 term
   * @param theta shape [d], not to be modified later
   * @param run goes on between two samples
   */
  public MeasureSpan(DatasetLoss loss, double[] theta, StageRun<SpanState> run) {
    this.loss = loss;
    this.theta = theta;
    span = new GradientSpan(theta.length, run.from().orElse(SpanState.EMPTY));
    double samples = loss.sampleCount();
    run.progress().accept(span.count() / samples);
    loss.eachSampleGradient(
        theta,
        span.count(),
        gradient -> {
          span.add(gradient);
          run.progress().accept(span.count() / samples);
          run.offer().accept(span::state);
        });
  }

  /**
   * The stage that takes the gradients and their span.
   *
   * @param samples whose gradients are taken
   * @param parameters d
   */
  public static List<StageCost> costs(String stage, double samples, int parameters) {
    double weight = TrainingStep.weightOf(OPERATIONS * parameters, parameters);
    return List.of(
        new StageCost(stage, PAIR, samples * samples, weight),
        TrainingStep.ALONE.cost(stage, samples));
  }

  /**
   * Times the span of some random vectors, with its singular values.
   *
   * @param dimension of the vectors, at least 1
   * @param nanoTime a clock that never goes back, in nanoseconds
   * @return seconds for each two of them, counted in both orders
   */
  public static double secondsOfPair(int dimension, LongSupplier nanoTime) {
    var random = RandomStreams.of(0).generator();
    double[][] vectors = new double[FEW][dimension];
    for (double[] vector : vectors) {
      Arrays.setAll(vector, i -> random.nextGaussian());
    }
    return TimeSteps.median(
            () -> {
              var few = new GradientSpan(dimension, SpanState.EMPTY);
              Arrays.stream(vectors).forEach(few::add);
              few.rank(few.singularValues());
              few.rank(few.centredSingularValues());
            },
            nanoTime)
        / (FEW * FEW);
  }

  /** Directions that the gradients span, at most as many as they are. */
  public int directions() {
    return span.directions();
  }

  /** P v onto the span, a fresh vector. {@code v}: shape [d], not modified. */
  public double[] project(double[] v) {
    return span.project(v);
  }

  /** Measures. {@code streams}: {@code range} is split off. */
  public Span facts(RandomStreams streams) {
    double[] mean = new double[theta.length];
    loss.valueAndGradient(theta, mean);
    double[] values = span.singularValues();
    double[] centred = span.centredSingularValues();
    return new Span(
        loss.sampleCount(),
        span.rank(values),
        span.rank(centred),
        span.relativeDistance(mean),
        rangeDistance(streams.split("range").generator()),
        span.relativeDistance(theta),
        Series.of(values),
        Series.of(centred));
  }

  private double rangeDistance(RandomGenerator random) {
    var covariance = new GradientCovariance(loss, theta);
    double[] v = new double[theta.length];
    double[] product = new double[theta.length];
    double largest = 0;
    for (int i = 0; i < PRODUCTS; i++) {
      Arrays.setAll(v, j -> random.nextGaussian());
      covariance.times(v, product);
      largest = Math.max(largest, span.relativeDistance(product));
    }
    return largest;
  }
}
