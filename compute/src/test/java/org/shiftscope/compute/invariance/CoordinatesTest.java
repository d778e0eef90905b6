package org.shiftscope.compute.invariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.MapSpec;
import org.shiftscope.compute.spec.NetworkSpec;

/**
 * The loss in other coordinates: the same values, and derivatives that are those of its own values,
 * by finite differences in φ.
 */
class CoordinatesTest {

  private static final double LAMBDA = 0.3;
  private static final NetworkSpec NETWORK = new NetworkSpec.Mlp(List.of(6, 5), Activation.RELU, 1);
  private static final DatasetName IMAGES = DatasetName.DIGITS;
  private static final RandomStreams STREAMS = RandomStreams.of(9);

  static Stream<Coordinates> coordinates() {
    int d = Network.parameterCount(NETWORK, IMAGES);
    return Stream.of(
        Rescaled.of(new MapSpec.Rescaling(0.3, false), NETWORK, IMAGES, STREAMS),
        Rescaled.of(new MapSpec.Rescaling(3, true), NETWORK, IMAGES, STREAMS),
        new Mixed(d, 30, STREAMS),
        new Curved(new MonotoneFunction.Sinh(1.5)),
        new Curved(new MonotoneFunction.Cubic(2)));
  }

  private static Samples samples() {
    RandomGenerator random = STREAMS.split("samples").generator();
    float[] features = new float[30 * IMAGES.sampleSize()];
    byte[] classes = new byte[30];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat();
    }
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) random.nextInt(10);
    }
    return new Samples(features, classes);
  }

  @ParameterizedTest
  @MethodSource("coordinates")
  void theLossIsTheSameFunctionOfThePointWithItsL2Term(Coordinates coordinates) {
    try (Network network = network()) {
      double[] theta = network.initialise(STREAMS);
      double inTheta = new DatasetLoss(network, samples(), LAMBDA).value(theta);
      double[] phi = coordinates.of(theta);
      assertThat(phi).isNotEqualTo(theta);
      CurvedObjective loss = coordinates.loss(network, samples(), LAMBDA);
      assertThat(loss.dimension()).isEqualTo(theta.length);
      assertThat(loss.value(phi)).isCloseTo(inTheta, within(1e-13));
      assertThat(loss.valueAndGradient(phi, new double[phi.length]))
          .isCloseTo(inTheta, within(1e-13));
    }
  }

  @ParameterizedTest
  @MethodSource("coordinates")
  void gradientAndProductsAreThoseOfItsOwnValues(Coordinates coordinates) {
    try (Network network = network()) {
      CurvedObjective loss = coordinates.loss(network, samples(), LAMBDA);
      double[] phi = coordinates.of(network.initialise(STREAMS));
      double[] v = direction(phi, 1);
      double[] gradient = new double[phi.length];
      loss.valueAndGradient(phi, gradient);
      double[] product = new double[phi.length];
      loss.hessianTimes(phi, v, product);
      // So short that no unit crosses its kink; round-off is some 1e-16 / h.
      double h = 1e-5;
      double slope =
          (loss.value(Vectors.sum(phi, h, v)) - loss.value(Vectors.sum(phi, -h, v))) / (2 * h);
      assertThat(Vectors.dot(gradient, v)).isCloseTo(slope, within(1e-7 * Math.abs(slope) + 1e-9));
      double[] ahead = new double[phi.length];
      double[] behind = new double[phi.length];
      loss.valueAndGradient(Vectors.sum(phi, h, v), ahead);
      loss.valueAndGradient(Vectors.sum(phi, -h, v), behind);
      double[] difference = Vectors.difference(ahead, behind);
      Arrays.setAll(difference, k -> difference[k] / (2 * h));
      assertThat(Vectors.norm(Vectors.difference(product, difference)))
          .isLessThan(1e-6 * Vectors.norm(product));
      List<double[]> several = loss.hessianTimes(phi, List.of(direction(phi, 2), v));
      assertThat(several.getLast()).isEqualTo(product);
    }
  }

  @ParameterizedTest
  @MethodSource("coordinates")
  void whatTheSlopeAddsIsTheHessianLessTheOneOfTheJacobiansAlone(Coordinates coordinates) {
    try (Network network = network()) {
      double[] theta = network.initialise(STREAMS);
      double[] gradient = new double[theta.length];
      DatasetLoss inTheta = new DatasetLoss(network, samples(), LAMBDA);
      inTheta.valueAndGradient(theta, gradient);
      coordinates
          .slopeTerm(gradient)
          .ifPresent(
              added -> {
                double[] phi = coordinates.of(theta);
                double[] v = direction(phi, 3);
                double[] whole = new double[phi.length];
                coordinates.loss(network, samples(), LAMBDA).hessianTimes(phi, v, whole);
                double[] term = new double[phi.length];
                added.hessianTimes(phi, v, term);
                double jacobians = Vectors.dot(v, whole) - Vectors.dot(v, term);
                // J v by differences of r⁻¹, which is r's inverse: r(θ + J v h) = φ + v h.
                double[] jv = solve(coordinates, theta, phi, v);
                double[] product = new double[theta.length];
                inTheta.hessianTimes(theta, jv, product);
                assertThat(jacobians)
                    .isCloseTo(Vectors.dot(jv, product), within(1e-6 * Math.abs(jacobians)));
                assertThat(Vectors.norm(term)).isGreaterThan(1e-3 * Vectors.norm(whole));
              });
    }
  }

  /** J v: r acts on each element alone, so its slope is that of each element by differences. */
  private static double[] solve(Coordinates r, double[] theta, double[] phi, double[] v) {
    double h = 1e-6;
    double[] ahead = theta.clone();
    double[] behind = theta.clone();
    Arrays.setAll(ahead, k -> theta[k] + h);
    Arrays.setAll(behind, k -> theta[k] - h);
    double[] up = r.of(ahead);
    double[] down = r.of(behind);
    double[] jv = new double[v.length];
    Arrays.setAll(jv, k -> v[k] * 2 * h / (up[k] - down[k]));
    return jv;
  }

  @ParameterizedTest
  @ValueSource(doubles = {-40, -3, -0.7, -1e-3, -1e-9, 0, 1e-12, 0.2, 1, 25})
  void monotoneFunctionsHaveTheirInverseToTheLastDigits(double theta) {
    for (double k : new double[] {0.01, 1, 30}) {
      List<MonotoneFunction> functions =
          Math.abs(k * theta) > 300
              ? List.of(new MonotoneFunction.Cubic(k))
              : List.of(new MonotoneFunction.Sinh(k), new MonotoneFunction.Cubic(k));
      for (MonotoneFunction r : functions) {
        assertThat(r.inverse(r.of(theta)))
            .as("%s at %s", r, theta)
            .isCloseTo(theta, within(4e-14 * Math.abs(theta) + 1e-300));
        double h = 1e-4 * Math.max(1, Math.abs(theta)) / Math.max(1, k);
        double slope = (r.of(theta + h) - r.of(theta - h)) / (2 * h);
        assertThat(r.slope(theta) * slope).isCloseTo(1, within(1e-5));
        double phi = r.of(theta);
        double bend =
            (r.slope(r.inverse(phi + h * slope)) - r.slope(r.inverse(phi - h * slope)))
                / (2 * h * slope);
        assertThat(r.bend(theta)).isCloseTo(bend, within(1e-4 * Math.abs(bend) + 1e-10));
      }
    }
  }

  private static double[] direction(double[] like, int seed) {
    RandomGenerator random = RandomStreams.of(seed).generator();
    double[] v = new double[like.length];
    Arrays.setAll(v, k -> random.nextGaussian());
    double norm = Vectors.norm(v);
    Arrays.setAll(v, k -> v[k] / norm);
    return v;
  }

  private static Network network() {
    return new Network(NETWORK, IMAGES, Precision.DOUBLE);
  }
}
