package org.shiftscope.compute.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.curvature.ProductsState;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.diffusion.MeasureNoise.State.Passing;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.process.Cumulants;
import org.shiftscope.compute.process.KramersMoyal;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.DiffusionMeasurement.NoiseDirection;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.stage.StageRun;

/**
 * The noise of SGD's gradient at a point, along three directions: the mean gradient, the top
 * eigenvector of the Hessian, and a random one. Costs one gradient of each sample alone, and some
 * hundred Hessian-vector products.
 */
public final class MeasureNoise {

  private static final int BOOTSTRAP_SETS = 200;
  private static final Lanczos.Wanted TOP = Lanczos.Wanted.atTheTop(1, 1e-4, 150);
  private static final List<String> NAMES = List.of("gradient", "top eigenvector", "random");

  /** The share of the search for the top eigenvector, about. */
  private static final double SEARCH = 0.7;

  /** The share after the pass over the samples. */
  private static final double PASSED = 0.9;

  private final DatasetLoss loss;
  private final double[] theta;
  private final double temperature;
  private final RandomStreams streams;

  /**
   * At a point.
   *
   * @param theta shape [d], not modified
   * @param streams {@code directions} and {@code bootstrap} are split off
   */
  public MeasureNoise(DatasetLoss loss, double[] theta, double temperature, RandomStreams streams) {
    this.loss = loss;
    this.theta = theta;
    this.temperature = temperature;
    this.streams = streams.split("directions");
  }

  /** Measures along all three, in the order of their names. */
  public List<NoiseDirection> alongAll(StageRun<State> run) {
    double[] gradient = new double[theta.length];
    loss.valueAndGradient(theta, gradient);
    double[] top = top(run);
    double[] random = new double[theta.length];
    var generator = streams.split("random").generator();
    Arrays.setAll(random, i -> generator.nextGaussian());
    List<double[]> directions = List.of(unit(gradient), unit(top), unit(random));
    double[] noise = gradientsAlong(directions, top, run);
    List<NoiseDirection> measured =
        new ArrayList<>(passing(run).map(Passing::measured).orElse(List.of()));
    for (int i = measured.size(); i < NAMES.size(); i++) {
      double[] along = new double[loss.sampleCount()];
      int direction = i;
      Arrays.setAll(along, sample -> noise[sample * NAMES.size() + direction]);
      Runnable poll = () -> run.progress().accept(PASSED);
      measured.add(measure(NAMES.get(i), directions.get(i), along, poll));
      run.offer().accept(() -> new Passing(top, noise, List.copyOf(measured)));
    }
    return measured;
  }

  private double[] top(StageRun<State> run) {
    Optional<Passing> passing = passing(run);
    if (passing.isPresent()) {
      return passing.get().top();
    }
    Optional<ProductsState> within = run.from().map(state -> ((State.Searching) state).search());
    return Lanczos.extremes(
            SymmetricOperator.hessian(loss, theta),
            TOP,
            streams.split("lanczos").generator(),
            run.part(within, 0, SEARCH, State.Searching::new))
        .top();
  }

  private static Optional<Passing> passing(StageRun<State> run) {
    return run.from().filter(Passing.class::isInstance).map(Passing.class::cast);
  }

  /** uᵀ∇ℓ_i, shape [samples · directions]. */
  private double[] gradientsAlong(List<double[]> directions, double[] top, StageRun<State> run) {
    double[] before = passing(run).map(Passing::along).orElse(new double[0]);
    double[] along = Arrays.copyOf(before, loss.sampleCount() * directions.size());
    int[] done = {before.length};
    StageRun<double[]> part =
        run.part(Optional.empty(), SEARCH, PASSED, passed -> new Passing(top, passed, List.of()));
    part.progress().accept((double) done[0] / along.length);
    loss.eachSampleGradient(
        theta,
        before.length / directions.size(),
        gradient -> {
          for (double[] direction : directions) {
            along[done[0]++] = Vectors.dot(direction, gradient);
          }
          part.progress().accept((double) done[0] / along.length);
          part.offer().accept(() -> Arrays.copyOf(along, done[0]));
        });
    return along;
  }

  private NoiseDirection measure(
      String name, double[] direction, double[] gradients, Runnable poll) {
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

  /** MeasureNoise between two products or two samples' gradients. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public sealed interface State {

    /** In the search for the top eigenvector. */
    record Searching(ProductsState search) implements State {}

    /**
     * In the pass over the samples, or after it.
     *
     * @param top the top eigenvector, shape [d]
     * @param along gradients along the three directions so far, shape [samples done · 3]
     * @param measured the directions that are done
     */
    record Passing(double[] top, double[] along, List<NoiseDirection> measured) implements State {}
  }
}
