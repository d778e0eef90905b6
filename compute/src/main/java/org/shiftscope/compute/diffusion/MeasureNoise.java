package org.shiftscope.compute.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.DiffusionMeasurement.NoiseDirection;
import org.shiftscope.compute.result.Series;

/**
 * The noise of SGD's gradient at a point, along three directions: the mean gradient, the top
 * eigenvector of the Hessian, and a random one. Costs one gradient of each sample alone, and some
 * hundred Hessian-vector products.
 */
public final class MeasureNoise {

  private static final int BOOTSTRAP_SETS = 200;
  private static final int MOST_PRODUCTS = 150;

  private final DatasetLoss loss;
  private final double[] theta;
  private final double temperature;
  private final RandomStreams streams;
  private final Runnable poll;

  /**
   * At a point.
   *
   * @param theta shape [d], not modified
   * @param streams {@code directions} and {@code bootstrap} are split off
   * @param poll called many times a second; may throw to stop
   */
  public MeasureNoise(
      DatasetLoss loss, double[] theta, double temperature, RandomStreams streams, Runnable poll) {
    this.loss = loss;
    this.theta = theta;
    this.temperature = temperature;
    this.streams = streams.split("directions");
    this.poll = poll;
  }

  /** Measures along all three. */
  public List<NoiseDirection> alongAll() {
    double[] gradient = new double[theta.length];
    loss.valueAndGradient(theta, gradient);
    double[] top =
        Lanczos.extremes(
                SymmetricOperator.hessian(loss, theta),
                1,
                0,
                1e-4,
                MOST_PRODUCTS,
                streams.split("lanczos").generator())
            .top();
    double[] random = new double[theta.length];
    var generator = streams.split("random").generator();
    Arrays.setAll(random, i -> generator.nextGaussian());
    List<String> names = List.of("gradient", "top eigenvector", "random");
    List<double[]> directions = List.of(unit(gradient), unit(top), unit(random));
    double[][] noise = gradientsAlong(directions);
    List<NoiseDirection> measured = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      measured.add(measure(names.get(i), directions.get(i), noise[i]));
    }
    return measured;
  }

  /** uᵀ∇ℓ_i, shape [directions][samples]. */
  private double[][] gradientsAlong(List<double[]> directions) {
    double[][] along = new double[directions.size()][loss.sampleCount()];
    int[] sample = {0};
    loss.eachSampleGradient(
        theta,
        gradient -> {
          for (int i = 0; i < along.length; i++) {
            along[i][sample[0]] = Vectors.dot(directions.get(i), gradient);
          }
          sample[0]++;
        });
    return along;
  }

  private NoiseDirection measure(String name, double[] direction, double[] gradients) {
    double curvature = DirectionalCurvature.at(loss, theta, direction).curvature();
    double[] cumulants = Cumulants.of(gradients);
    double[] errors =
        Cumulants.bootstrapErrors(
            gradients, BOOTSTRAP_SETS, streams.split("bootstrap").split(name).generator(), poll);
    double[] coefficients = KramersMoyal.coefficients(temperature, cumulants);
    double width =
        curvature > 0 ? Math.sqrt(temperature * cumulants[1] / (2 * curvature)) : Double.NaN;
    return new NoiseDirection(
        name,
        curvature,
        Series.of(cumulants),
        Series.of(errors),
        Series.of(coefficients),
        width,
        Series.of(KramersMoyal.relativeTo(coefficients, width)));
  }

  private static double[] unit(double[] v) {
    double norm = Vectors.norm(v);
    return Arrays.stream(v).map(value -> value / norm).toArray();
  }
}
