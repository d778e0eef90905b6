package org.shiftscope.compute.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.Refine;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.result.Measures.Measured;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.LangevinSpec;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.spec.MeasuresSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.SharpnessSpec;
import org.shiftscope.compute.stage.StageRun;

/**
 * Each measure on a small network in float64 against a slow second way: the full Hessian, column by
 * column, the samples' gradients one by one, the paths one by one.
 */
class MeasuresTest {

  private static final double LAMBDA = 1e-3;
  private static final int HIDDEN = 3;
  private static final int INPUTS = DatasetName.DIGITS.sampleSize();
  private static final int FIRST = (INPUTS + 1) * HIDDEN;

  private final List<Network> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Network::close);
  }

  @Test
  void traceAndLargestEigenvalueAreThoseOfTheFullHessian() {
    Point point = point(Activation.TANH, List.of(HIDDEN));
    RealMatrix hessian = hessian(point);
    double[] trace = take(new HessianTrace(3 * point.theta().length), point);
    assertThat(trace[0]).isCloseTo(hessian.getTrace(), within(1e-9));
    assertThat(take(new LargestEigenvalue(200), point)[0])
        .isCloseTo(largest(hessian), within(1e-6 * largest(hessian)));
  }

  /** For a small ρ the rise is that of the second order, of the full Hessian in units of |θ|. */
  @Test
  void theAverageSharpnessIsTheScaledTraceForASmallRadius() {
    Point point = point(Activation.TANH, List.of(HIDDEN));
    double rho = 1e-2;
    double[] found = take(new AverageSharpness(rho, 2_000), point);
    double expected = rho * rho / 2 * scaled(point).getTrace();
    assertThat(found[0]).isCloseTo(expected, within(3 * found[1] + 1e-3 * Math.abs(expected)));
    assertThat(found[1]).isLessThan(0.1 * Math.abs(expected));
  }

  /**
   * For a small ρ the largest rise is that of gᵀu + ½ uᵀAu on the sphere ‖u‖ = ρ, u = (μ − A)⁻¹ g
   * with μ above A's largest eigenvalue.
   */
  @Test
  void theWorstSharpnessIsThatOfTheQuadraticForASmallRadius() {
    Point point = point(Activation.TANH, List.of(HIDDEN));
    double rho = 1e-2;
    double found = take(new WorstSharpness(rho, 50), point)[0];
    double[] gradient = new double[point.theta().length];
    point.loss().withoutL2().valueAndGradient(point.theta(), gradient);
    RealVector g = absolute(point).operate(MatrixUtils.createRealVector(gradient));
    var eigen = new EigenDecompositionSymmetric(scaled(point));
    double[] h = eigen.getEigenvalues();
    double[] along = eigen.getVT().operate(g.toArray());
    double top = Arrays.stream(h).max().orElseThrow();
    double mu =
        new BrentSolver(1e-12)
            .solve(
                1_000,
                m -> norm(along, h, top + m) - rho,
                g.getNorm() / rho * 1e-6,
                2 * g.getNorm() / rho + 10 * Math.abs(top));
    double expected = 0;
    for (int i = 0; i < h.length; i++) {
      double u = along[i] / (top + mu - h[i]);
      expected += along[i] * u + h[i] * u * u / 2;
    }
    assertThat(found).isCloseTo(expected, within(1e-3 * expected));
  }

  @Test
  void fisherRaoNoiseAndItsScaleAreThoseOfTheSamplesOneByOne() {
    Point point = point(Activation.TANH, List.of(HIDDEN));
    List<double[]> gradients = new ArrayList<>();
    point
        .loss()
        .withoutL2()
        .eachSampleGradient(point.theta(), 0, gradient -> gradients.add(gradient.clone()));
    RealMatrix all = new Array2DRowRealMatrix(gradients.toArray(double[][]::new));
    int n = all.getRowDimension();
    double fisher =
        Arrays.stream(all.operate(point.theta())).map(overlap -> overlap * overlap).sum() / n;
    double trace = 0;
    double square = 0;
    for (int j = 0; j < all.getColumnDimension(); j++) {
      double mean = Arrays.stream(all.getColumn(j)).average().orElseThrow();
      trace += Arrays.stream(all.getColumn(j)).map(g -> (g - mean) * (g - mean)).sum() / n;
      square += mean * mean;
    }
    assertThat(take(new FisherRaoNorm(), point)[0]).isCloseTo(fisher, within(1e-12 * fisher));
    assertThat(take(new CovarianceTrace(), point)[0]).isCloseTo(trace, within(1e-10 * trace));
    assertThat(take(new NoiseScale(), point)[0])
        .isCloseTo(trace / square, within(1e-8 * trace / square));
  }

  @Test
  void thePathNormIsTheSumOverAllPaths() {
    Point point = point(Activation.RELU, List.of(HIDDEN));
    double[] w = point.theta();
    double sum = 0;
    for (int out = 0; out < 10; out++) {
      sum += square(w[FIRST + HIDDEN * 10 + out]);
      for (int unit = 0; unit < HIDDEN; unit++) {
        double from = square(w[INPUTS * HIDDEN + unit]);
        for (int in = 0; in < INPUTS; in++) {
          from += square(w[in * HIDDEN + unit]);
        }
        sum += from * square(w[FIRST + unit * 10 + out]);
      }
    }
    assertThat(take(new PathNorm(), point)[0]).isCloseTo(Math.sqrt(sum), within(1e-12 * sum));
  }

  @Test
  void withoutAHiddenLayerThePathNormIsTheNorm() {
    Point point = point(Activation.RELU, List.of());
    assertThat(square(take(new PathNorm(), point)[0]))
        .isCloseTo(take(new SquaredNorm(), point)[0], within(1e-12));
  }

  @Test
  void aNetworkWithTanhHasNoPathNormAndSaysSo() {
    double[] found = take(new PathNorm(), point(Activation.TANH, List.of(HIDDEN)));
    assertThat(found[0]).isNaN();
    assertThat(new PathNorm().fault(found)).contains("ReLU");
  }

  @Test
  void theDistanceIsFromWhereSgdStarted() {
    Point point = point(Activation.RELU, List.of());
    var moved =
        new Point(
            point.loss(),
            point.network(),
            Arrays.stream(point.theta()).map(x -> x + 0.5).toArray(),
            point.theta());
    assertThat(take(new DistanceFromStart(), moved)[0])
        .isCloseTo(0.5 * Math.sqrt(point.theta().length), within(1e-12));
  }

  /** Softmax regression held by λ and γ: nearly a quadratic of its full Hessian at its minimum. */
  @Test
  void theLearningCoefficientOfAConvexModelIsThatOfItsFullHessian() {
    Point start = point(Activation.RELU, List.of());
    var loss = new DatasetLoss(start.loss().network(), start.loss().samples(), 0.1);
    double[] minimum = minimum(loss, start.theta());
    var point = new Point(loss, start.network(), minimum, start.theta());
    double nBeta = loss.sampleCount() / Math.log(loss.sampleCount());
    double gamma = 20;
    double expected =
        Arrays.stream(new EigenDecompositionSymmetric(hessian(point)).getEigenvalues())
            .map(h -> nBeta * h / (nBeta * h + gamma) / 2)
            .sum();
    double[] found = take(new LearningCoefficient(new LangevinSpec(4_000, 1e-3, gamma)), point);
    assertThat(found[0]).isCloseTo(expected, within(3 * found[1] + 0.03 * expected));
    assertThat(found[1]).isLessThan(0.03 * expected);
    assertThat(found[2]).as("acceptance").isBetween(0.4, 0.75);
  }

  /** Layer 1 times α, layer 2's weights by α: the same network (Dinh et al. 2017). */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 10})
  void whatIsInvariantStaysUnderRescalingAndWhatIsNotMoves(double alpha) {
    Point point = point(Activation.RELU, List.of(HIDDEN));
    var rescaled =
        new Point(
            point.loss(),
            point.network(),
            rescaled(point.theta(), alpha),
            rescaled(point.start(), alpha));
    var spec =
        new MeasuresSpec(
            List.of(MeasureName.values()),
            300,
            new SharpnessSpec(0.1, 0.5, 5, 5),
            new LangevinSpec(100, 1e-4, 100));
    Measures before = all(spec, point);
    Measures after = all(spec, rescaled);
    for (Measured one : before.all()) {
      double ratio = after.of(one.name()).orElseThrow().value() / one.value();
      switch (one.invariance()) {
        case INVARIANT -> assertThat(ratio).as(one.name().id()).isCloseTo(1, within(1e-8));
        case NOT_INVARIANT ->
            assertThat(Math.abs(Math.log(ratio))).as(one.name().id()).isGreaterThan(0.01);
        case IN_THE_LIMIT -> assertThat(one.name()).isEqualTo(MeasureName.LEARNING_COEFFICIENT);
      }
    }
    assertThat(before.all()).extracting(Measured::invariance).contains(Invariance.values());
  }

  private static Measures all(MeasuresSpec spec, Point point) {
    return TakeMeasures.tell(
        spec, TakeMeasures.take(spec, point, RandomStreams.of(1), StageRun.whole(share -> {})));
  }

  private static double[] rescaled(double[] theta, double alpha) {
    double[] rescaled = theta.clone();
    for (int i = 0; i < FIRST + HIDDEN * 10; i++) {
      rescaled[i] *= i < FIRST ? alpha : 1 / alpha;
    }
    return rescaled;
  }

  private static double[] minimum(DatasetLoss loss, double[] start) {
    return Refine.refine(
            new RefinementSpec.Minimum(1e-7, 5_000),
            Refine.Loss.TRAIN,
            loss,
            start,
            StageRun.whole(share -> {}))
        .theta();
  }

  private Point point(Activation activation, List<Integer> hidden) {
    NetworkSpec spec = new NetworkSpec.Mlp(hidden, activation, 1);
    var network = new Network(spec, DatasetName.DIGITS, Precision.DOUBLE);
    open.add(network);
    Samples samples =
        new DataFolder(Path.of("none")).open(new DatasetSpec(DatasetName.DIGITS, 40, 1)).train();
    var random = RandomStreams.of(6).generator();
    // Biases start at 0, where an elementwise step does not reach.
    double[] theta =
        Arrays.stream(network.initialise(RandomStreams.of(5)))
            .map(weight -> weight + 0.1 * random.nextGaussian())
            .toArray();
    return new Point(
        new DatasetLoss(network, samples, LAMBDA),
        spec,
        theta,
        network.initialise(RandomStreams.of(5)));
  }

  private static double[] take(Measure measure, Point point) {
    return measure.take(
        point,
        RandomStreams.of(2),
        new StageRun<>(
            Optional.empty(), share -> assertThat(share).isBetween(0.0, 1.0), state -> {}));
  }

  private static RealMatrix hessian(Point point) {
    return matrix(SymmetricOperator.hessian(point.loss(), point.theta()));
  }

  /** |θ| H |θ| without the L2 term. */
  private static RealMatrix scaled(Point point) {
    RealMatrix hessian = matrix(SymmetricOperator.hessian(point.loss().withoutL2(), point.theta()));
    RealMatrix absolute = absolute(point);
    RealMatrix scaled = absolute.multiply(hessian).multiply(absolute);
    return scaled.add(scaled.transpose()).scalarMultiply(0.5);
  }

  private static RealMatrix absolute(Point point) {
    return MatrixUtils.createRealDiagonalMatrix(
        Arrays.stream(point.theta()).map(Math::abs).toArray());
  }

  private static RealMatrix matrix(SymmetricOperator operator) {
    int d = operator.dimension();
    RealMatrix matrix = new Array2DRowRealMatrix(d, d);
    double[] unit = new double[d];
    double[] column = new double[d];
    for (int j = 0; j < d; j++) {
      unit[j] = 1;
      operator.times(unit, column);
      unit[j] = 0;
      matrix.setColumn(j, column);
    }
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }

  private static double largest(RealMatrix matrix) {
    return Arrays.stream(new EigenDecompositionSymmetric(matrix).getEigenvalues())
        .max()
        .orElseThrow();
  }

  private static double norm(double[] along, double[] h, double mu) {
    double sum = 0;
    for (int i = 0; i < h.length; i++) {
      sum += square(along[i] / (mu - h[i]));
    }
    return Math.sqrt(sum);
  }

  private static double square(double x) {
    return x * x;
  }
}
