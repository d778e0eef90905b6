package org.shiftscope.compute.invariance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.decomposition.MeasureOverlaps;
import org.shiftscope.compute.decomposition.Terms;
import org.shiftscope.compute.decomposition.Window;
import org.shiftscope.compute.invariance.CompareCurved.AtScale;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.InvarianceMeasurement.Approach;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.MapSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.stage.StageRun;

/** What is not invariant is found: faults are planted in the loss of φ, and the check fails. */
class PlantedFaultsTest {

  private static final double LAMBDA = 1e-2;
  private static final NetworkSpec SPEC = new NetworkSpec.Mlp(List.of(6), Activation.RELU, 1);
  private static final RandomStreams STREAMS = RandomStreams.of(4);
  private static final Network NETWORK = new Network(SPEC, DatasetName.DIGITS, Precision.DOUBLE);
  private static final Samples SAMPLES = samples();
  private static final CompareLinear COMPARE = new CompareLinear(1e-6);

  private final DatasetLoss loss = new DatasetLoss(NETWORK, SAMPLES, LAMBDA);
  private final List<double[]> points =
      IntStream.range(0, 5).mapToObj(PlantedFaultsTest::point).toList();
  private final Terms inTheta = terms(loss, points);

  @AfterAll
  static void close() {
    NETWORK.close();
  }

  private static Samples samples() {
    RandomGenerator random = STREAMS.split("samples").generator();
    float[] features = new float[40 * DatasetName.DIGITS.sampleSize()];
    byte[] classes = new byte[40];
    IntStream.range(0, features.length).forEach(i -> features[i] = random.nextFloat());
    IntStream.range(0, classes.length).forEach(i -> classes[i] = (byte) random.nextInt(10));
    return new Samples(features, classes);
  }

  /** Some points near one another: the test point, the train point, then iterates. */
  private static double[] point(int number) {
    double[] theta = NETWORK.initialise(STREAMS);
    RandomGenerator random = STREAMS.split("point").split(number).generator();
    Arrays.setAll(theta, k -> theta[k] + 0.02 * random.nextGaussian());
    return theta;
  }

  private static Terms terms(CurvedObjective loss, List<double[]> points) {
    var window = new Window(points.getFirst(), points.get(1), points.subList(2, points.size()));
    return Terms.of(MeasureOverlaps.of(loss, window, StageRun.whole(_ -> {})));
  }

  private List<double[]> in(Coordinates coordinates) {
    return points.stream().map(coordinates::of).toList();
  }

  private List<String> failed(CurvedObjective lossOfPhi, Coordinates coordinates) {
    return COMPARE.terms(inTheta, terms(lossOfPhi, in(coordinates)), List.of()).stream()
        .filter(term -> !term.holds())
        .map(Term::id)
        .toList();
  }

  private static Coordinates rescaled() {
    return Rescaled.of(
        new MapSpec.Rescaling(10, false), SPEC, DatasetName.DIGITS, RandomStreams.of(1));
  }

  @Test
  void withoutAFaultNothingIsFound() {
    Coordinates rescaled = rescaled();
    assertThat(failed(rescaled.loss(NETWORK, SAMPLES, LAMBDA), rescaled)).isEmpty();
    Mixed mixed = new Mixed(loss.dimension(), 100, STREAMS);
    assertThat(failed(mixed.of(loss), mixed)).isEmpty();
  }

  @Test
  void theL2TermTakenInPhiIsFound() {
    Coordinates rescaled = rescaled();
    // The ordinary network at φ with its ordinary L2 term, (λ/2) ‖φ‖².
    assertThat(failed(loss, rescaled))
        .contains(
            "test-loss",
            "shift-slope",
            "bias-slope",
            "shift-curvature",
            "bias-curvature",
            "covariance-curvature",
            "measured-mean");
  }

  @Test
  void aWrongJacobianIsFound() {
    Mixed mixed = new Mixed(loss.dimension(), 100, STREAMS);
    Mixed other = new Mixed(loss.dimension(), 100, RandomStreams.of(5));
    // Values of the right map, derivatives of another.
    var wrong =
        new Spoilt(mixed.of(loss)) {
          @Override
          public double valueAndGradient(double[] phi, double[] gradient) {
            other.of(loss).valueAndGradient(phi, gradient);
            return value(phi);
          }
        };
    assertThat(failed(wrong, mixed)).containsExactly("shift-slope", "bias-slope");
  }

  @Test
  void aJacobianThatIsTransposedInTheHessianIsFound() {
    Mixed mixed = new Mixed(loss.dimension(), 100, STREAMS);
    var matrix = new BlockMatrix(loss.dimension(), 100, STREAMS);
    var wrong =
        new Spoilt(mixed.of(loss)) {
          @Override
          public List<double[]> hessianTimes(double[] phi, List<double[]> vs) {
            return loss
                .hessianTimes(matrix.times(phi), vs.stream().map(matrix::transposedTimes).toList())
                .stream()
                .map(matrix::times)
                .toList();
          }
        };
    assertThat(failed(wrong, mixed))
        .containsExactly("shift-curvature", "cross-term", "bias-curvature", "covariance-curvature");
  }

  @Test
  void aFactorOfOnePartInAMillionIsFoundAndOneOfATenthOfThatIsNot() {
    Coordinates rescaled = rescaled();
    CurvedObjective right = rescaled.loss(NETWORK, SAMPLES, LAMBDA);
    assertThat(failed(scaled(right, 1 + 2e-6), rescaled))
        .containsExactly("shift-curvature", "cross-term", "bias-curvature", "covariance-curvature");
    assertThat(failed(scaled(right, 1 + 1e-7), rescaled)).isEmpty();
  }

  /** Products that are a little too long. */
  private static CurvedObjective scaled(CurvedObjective right, double factor) {
    return new Spoilt(right) {
      @Override
      public List<double[]> hessianTimes(double[] phi, List<double[]> vs) {
        List<double[]> products = super.hessianTimes(phi, vs);
        products.forEach(product -> Arrays.setAll(product, k -> factor * product[k]));
        return products;
      }
    };
  }

  /** A curved map whose Hessian forgets gᵀ∂²θ: JᵀHJ alone, which is no Hessian of this loss. */
  @Test
  void aHessianOfACurvedMapWithoutTheSlopesTermIsFound() {
    var curved = new Curved(new MonotoneFunction.Sinh(3));
    assertThat(failedOrders(curved, curved.of(loss))).isEmpty();
    var wrong =
        new Spoilt(curved.of(loss)) {
          @Override
          public List<double[]> hessianTimes(double[] phi, List<double[]> vs) {
            List<double[]> products = super.hessianTimes(phi, vs);
            CurvedObjective term = curved.slopeTerm(gradient()).orElseThrow();
            for (int i = 0; i < vs.size(); i++) {
              double[] added = new double[phi.length];
              term.hessianTimes(phi, vs.get(i), added);
              double[] product = products.get(i);
              Arrays.setAll(product, k -> product[k] - added[k]);
            }
            return products;
          }
        };
    assertThat(failedOrders(curved, wrong))
        .contains("shift-curvature", "bias-curvature", "covariance-curvature");
  }

  private double[] gradient() {
    double[] gradient = new double[loss.dimension()];
    loss.valueAndGradient(points.getFirst(), gradient);
    return gradient;
  }

  private List<String> failedOrders(Curved curved, CurvedObjective lossOfPhi) {
    CurvedObjective added = curved.slopeTerm(gradient()).orElseThrow();
    List<AtScale> scales =
        CompareCurved.SCALES.stream()
            .map(h -> points.stream().map(point -> curved.of(nearer(point, h))).toList())
            .map(moved -> new AtScale(terms(lossOfPhi, moved), terms(added, moved)))
            .toList();
    var compare = new CompareCurved(1e-6);
    List<Approach> approaches = compare.approach(inTheta, scales);
    return compare.terms(inTheta, scales.getFirst().terms(), approaches).stream()
        .filter(term -> !term.holds())
        .map(Term::id)
        .toList();
  }

  private double[] nearer(double[] point, double h) {
    double[] test = points.getFirst();
    double[] moved = new double[point.length];
    Arrays.setAll(moved, k -> test[k] + h * (point[k] - test[k]));
    return moved;
  }

  /** The same objective, but for one method. */
  private abstract static class Spoilt implements CurvedObjective {

    private final CurvedObjective right;

    Spoilt(CurvedObjective right) {
      this.right = right;
    }

    @Override
    public int dimension() {
      return right.dimension();
    }

    @Override
    public double value(double[] phi) {
      return right.value(phi);
    }

    @Override
    public double valueAndGradient(double[] phi, double[] gradient) {
      return right.valueAndGradient(phi, gradient);
    }

    @Override
    public void hessianTimes(double[] phi, double[] v, double[] product) {
      right.hessianTimes(phi, v, product);
    }

    @Override
    public List<double[]> hessianTimes(double[] phi, List<double[]> vs) {
      return right.hessianTimes(phi, vs);
    }
  }
}
