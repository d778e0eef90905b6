package org.shiftscope.compute.overparametrized;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.model.RidgeRegression;
import org.shiftscope.compute.overparametrized.ModifiedSgd.State.Walking;
import org.shiftscope.compute.random.GeneratorState;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.ModifiedSgdCheck;
import org.shiftscope.compute.result.ModifiedSgdTheory;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.simulation.Deviates;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.spec.ModifiedSgdSpec;
import org.shiftscope.compute.stage.StageRun;

/**
 * Eq. 13 run on a planted regression with more parameters than samples: θ ← θ − (η/B) Σ_{i in
 * batch} (∇ℓ_i + λθ + ε ξ_i), minibatches drawn with replacement. Each walker starts at the
 * minimum, forgets that for ten of the slowest relaxation times 1/(ηλ), and is then looked at once
 * in each.
 */
public final class ModifiedSgd {

  private static final int FORGETTING = 10;

  /** Steps between two reports: some milliseconds. */
  private static final int REPORT = 1_000;

  private ModifiedSgd() {}

  /**
   * Runs, and sets the steady state's variance along each eigenvector of the Hessian beside what
   * theory says.
   *
   * @param temperature T = η/B
   * @param streams {@code planted-samples} and {@code walkers} are split off
   * @param run goes on within a walker
   * @throws Divergence where a walker leaves the finite numbers
   */
  public static ModifiedSgdCheck run(
      ModifiedSgdSpec spec, double temperature, RandomStreams streams, StageRun<State> run) {
    RidgeRegression model = plant(spec, streams);
    double rate = temperature * spec.batchSize();
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(model.hessian());
    StreamingStatistics[] variances = simulate(model, spec, rate, eigen, streams, run);
    ModifiedSgdTheory theory = theory(spec, temperature, streams);
    double walkers = spec.walkers();
    return new ModifiedSgdCheck(
        rate,
        theory.curvature(),
        Series.of(Arrays.stream(variances).mapToDouble(StreamingStatistics::getMean).toArray()),
        Series.of(
            Arrays.stream(variances)
                .mapToDouble(v -> v.getStandardDeviation() / Math.sqrt(walkers))
                .toArray()),
        theory.exact(),
        theory.leadingOrder());
  }

  /**
   * Times a step of a walker, which takes as long at any temperature.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   * @return in seconds
   */
  public static double secondsOfStep(ModifiedSgdSpec spec, LongSupplier nanoTime) {
    var few =
        new ModifiedSgdSpec(
            spec.samples(), spec.dimension(), 1, spec.epsilon(), spec.batchSize(), 2, 40);
    double temperature = 1e-3 / spec.batchSize();
    return TimeSteps.median(
            () -> run(few, temperature, RandomStreams.of(0), StageRun.whole(share -> {})), nanoTime)
        / few.steps(temperature);
  }

  /** What theory says of the same, without running it. */
  public static ModifiedSgdTheory theory(
      ModifiedSgdSpec spec, double temperature, RandomStreams streams) {
    RidgeRegression model = plant(spec, streams);
    double rate = temperature * spec.batchSize();
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(model.hessian());
    return new ModifiedSgdTheory(
        temperature,
        rate,
        Series.of(eigen.getEigenvalues()),
        along(eigen, model.exact(rate, spec.batchSize())),
        along(eigen, model.leadingOrder(temperature)));
  }

  /** The streams of a trial's modified SGD, apart from those of its network. */
  public static RandomStreams streams(long seed) {
    return RandomStreams.of(seed).split("modified-sgd");
  }

  private static RidgeRegression plant(ModifiedSgdSpec spec, RandomStreams streams) {
    return RidgeRegression.plant(
        spec.samples(),
        spec.dimension(),
        spec.lambda(),
        spec.epsilon(),
        streams.split("planted-samples").generator());
  }

  /** vᵀMv along each eigenvector. */
  private static Series along(EigenDecompositionSymmetric eigen, RealMatrix m) {
    double[] variances = new double[m.getRowDimension()];
    for (int j = 0; j < variances.length; j++) {
      RealVector v = eigen.getEigenvector(j);
      variances[j] = v.dotProduct(m.operate(v));
    }
    return Series.of(variances);
  }

  /** The mean square along each eigenvector of each walker. */
  private static StreamingStatistics[] simulate(
      RidgeRegression model,
      ModifiedSgdSpec spec,
      double rate,
      EigenDecompositionSymmetric eigen,
      RandomStreams streams,
      StageRun<State> run) {
    int d = model.dimension();
    long relaxation = Math.max(1, Math.round(1 / (rate * spec.lambda())));
    double[] minimum = model.minimum();
    Rate sizes = new Rate(rate, spec.batchSize());
    List<double[]> done = new ArrayList<>(run.from().map(State::done).orElse(List.of()));
    Optional<Walking> within = run.from().flatMap(State::within);
    int rounds = FORGETTING + spec.relaxationTimes();
    while (done.size() < spec.walkers()) {
      int walker = done.size();
      RestorableUniformRandomProvider random =
          streams.split("walkers").split(walker).fastGenerator();
      within.ifPresent(walking -> walking.random().restore(random));
      Deviates.Source normal = Deviates.normal().from(random);
      double[] xi = new double[d];
      double[] theta = within.map(Walking::theta).orElseGet(minimum::clone);
      double[] squares = within.map(Walking::squares).orElseGet(() -> new double[d]);
      long first = within.map(Walking::step).orElse(0L);
      within = Optional.empty();
      for (long step = first; step < rounds * relaxation; step++) {
        if (step % REPORT == 0) {
          run.progress().accept((walker + (double) step / (rounds * relaxation)) / spec.walkers());
          long taken = step;
          run.offer()
              .accept(
                  () ->
                      new State(
                          List.copyOf(done),
                          Optional.of(
                              new Walking(taken, theta, squares, GeneratorState.of(random)))));
        }
        normal.fill(xi);
        step(model, theta, sizes, drawBatch(model, theta, spec.batchSize(), random), xi);
        if ((step + 1) % relaxation == 0) {
          if (!Double.isFinite(Vectors.norm(theta))) {
            throw new Divergence(step + 1);
          }
          if (step / relaxation >= FORGETTING) {
            addSquares(Vectors.difference(theta, minimum), eigen, squares);
          }
        }
      }
      done.add(Arrays.stream(squares).map(sum -> sum / spec.relaxationTimes()).toArray());
    }
    return statistics(done, d);
  }

  private static StreamingStatistics[] statistics(List<double[]> walkers, int d) {
    StreamingStatistics[] variances = new StreamingStatistics[d];
    Arrays.setAll(variances, j -> new StreamingStatistics());
    for (double[] found : walkers) {
      for (int j = 0; j < d; j++) {
        variances[j].addValue(found[j]);
      }
    }
    return variances;
  }

  private static void addSquares(
      double[] delta, EigenDecompositionSymmetric eigen, double[] squares) {
    for (int j = 0; j < squares.length; j++) {
      double along = Vectors.dot(eigen.getEigenvector(j).toArray(), delta);
      squares[j] += along * along;
    }
  }

  /** Σ (x_iᵀθ − y_i) x_i over a minibatch drawn with replacement, divided by its size. */
  private static double[] drawBatch(
      RidgeRegression model, double[] theta, int batchSize, UniformRandomProvider random) {
    double[] mean = new double[theta.length];
    for (int draw = 0; draw < batchSize; draw++) {
      int i = random.nextInt(model.samples());
      double[] x = model.x()[i];
      double miss = (Vectors.dot(x, theta) - model.y()[i]) / batchSize;
      for (int j = 0; j < mean.length; j++) {
        mean[j] += miss * x[j];
      }
    }
    return mean;
  }

  /** {@code theta}: modified. */
  private static void step(
      RidgeRegression model, double[] theta, Rate rate, double[] gradient, double[] xi) {
    double noise = Dynamics.Isotropic.ofMean(model.epsilon(), rate.batchSize());
    for (int j = 0; j < theta.length; j++) {
      theta[j] -= rate.learning() * (gradient[j] + model.lambda() * theta[j] + noise * xi[j]);
    }
  }

  private record Rate(double learning, int batchSize) {}

  /**
   * The walkers of ModifiedSgd between two steps of one of them.
   *
   * @param done the mean squares along each eigenvector of the walkers that are done, shape [d]
   *     each
   * @param within the walker that is not done
   */
  public record State(List<double[]> done, Optional<Walking> within) {

    /**
     * A walker after some of its steps.
     *
     * @param step steps taken
     * @param theta θ, shape [d]
     * @param squares sums of squares along each eigenvector so far, shape [d]
     * @param random where its generator stands
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Walking(long step, double[] theta, double[] squares, GeneratorState random) {}
  }
}
