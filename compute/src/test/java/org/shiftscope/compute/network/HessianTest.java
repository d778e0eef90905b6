package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/** Every layer's R-operator, against central differences of gradients in float64. */
@ParameterizedClass
@EnumSource(Implementation.class)
class HessianTest {

  private static final double LAMBDA = 1e-2;

  private final Implementation implementation;

  HessianTest(Implementation implementation) {
    this.implementation = implementation;
  }

  static Stream<NetworkSpec> networks() {
    return GradientTest.networks();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theProductIsTheGradientsDirectionalDerivative(NetworkSpec spec) {
    checkAgainstDifferences(
        spec,
        DatasetName.DIGITS,
        Network.microBatch(spec, DatasetName.DIGITS, Precision.DOUBLE) + 5);
  }

  static Stream<NetworkSpec> paperNetworks() {
    return GradientTest.paperNetworks();
  }

  @ParameterizedTest
  @MethodSource("paperNetworks")
  void theProductIsTheGradientsDirectionalDerivativeOnColourImagesOf32By32(NetworkSpec spec) {
    checkAgainstDifferences(spec, DatasetName.CIFAR_10, 5);
  }

  private void checkAgainstDifferences(NetworkSpec spec, DatasetName images, int count) {
    Samples samples = GradientTest.random(images, count);
    try (Network network = implementation.network(spec, images, Precision.DOUBLE)) {
      DatasetLoss loss = new DatasetLoss(network, samples, LAMBDA);
      GradientTest.moveStatistics(network);
      double[] theta = network.initialise(RandomStreams.of(1));
      double[] v = random(theta.length, 7);
      double[] product = new double[theta.length];
      loss.hessianTimes(theta, v, product);
      double[] ahead = gradient(loss, theta, v, 1e-7);
      double[] behind = gradient(loss, theta, v, -1e-7);
      double scale = GradientTest.norm(product);
      for (int i = 0; i < theta.length; i++) {
        ahead[i] = (ahead[i] - behind[i]) / 2e-7;
      }
      // Rounding of the gradients divided by 1e-7; a kink within 1e-7 of the samples is not met
      // by these seeds.
      assertThat(GradientTest.distance(ahead, product)).isLessThan(2e-6 * scale);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void severalProductsAtOnceAreThoseOneByOne(NetworkSpec spec) {
    Samples samples = GradientTest.random(DatasetName.DIGITS, 40);
    try (Network network = implementation.network(spec, DatasetName.DIGITS, Precision.DOUBLE)) {
      DatasetLoss loss = new DatasetLoss(network, samples, LAMBDA);
      GradientTest.moveStatistics(network);
      double[] theta = network.initialise(RandomStreams.of(1));
      List<double[]> vs = Stream.of(7, 8, 9).map(seed -> random(theta.length, seed)).toList();
      List<double[]> products = loss.hessianTimes(theta, vs);
      for (int i = 0; i < vs.size(); i++) {
        double[] alone = new double[theta.length];
        loss.hessianTimes(theta, vs.get(i), alone);
        assertThat(products.get(i)).isEqualTo(alone);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theHessianIsSymmetric(NetworkSpec spec) {
    Samples samples = GradientTest.random(DatasetName.DIGITS, 40);
    try (Network network = implementation.network(spec, DatasetName.DIGITS, Precision.DOUBLE)) {
      DatasetLoss loss = new DatasetLoss(network, samples, LAMBDA);
      GradientTest.moveStatistics(network);
      double[] theta = network.initialise(RandomStreams.of(1));
      double[] a = random(theta.length, 1);
      double[] b = random(theta.length, 2);
      double[] product = new double[theta.length];
      loss.hessianTimes(theta, a, product);
      double ba = dot(b, product);
      double scale = GradientTest.norm(product) * GradientTest.norm(b);
      loss.hessianTimes(theta, b, product);
      assertThat(Math.abs(dot(a, product) - ba)).isLessThan(1e-12 * scale);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void float32AgreesWithFloat64(NetworkSpec spec) {
    Samples samples = GradientTest.random(DatasetName.DIGITS, 300);
    try (Network exact = implementation.network(spec, DatasetName.DIGITS, Precision.DOUBLE);
        Network fast = implementation.network(spec, DatasetName.DIGITS, Precision.SINGLE)) {
      double[] theta = exact.initialise(RandomStreams.of(3));
      GradientTest.moveStatistics(exact);
      fast.setStatistics(exact.statistics());
      double[] v = random(theta.length, 4);
      double[] expected = new double[theta.length];
      double[] product = new double[theta.length];
      new DatasetLoss(exact, samples, LAMBDA).hessianTimes(theta, v, expected);
      new DatasetLoss(fast, samples, LAMBDA).hessianTimes(theta, v, product);
      // A ReLU or a pooling may fall on the other side of its kink for a sample or two of the 300.
      assertThat(GradientTest.distance(product, expected))
          .isLessThan(5e-3 * GradientTest.norm(expected));
    }
  }

  private static double[] gradient(DatasetLoss loss, double[] theta, double[] v, double step) {
    double[] point = theta.clone();
    for (int i = 0; i < point.length; i++) {
      point[i] += step * v[i];
    }
    double[] gradient = new double[theta.length];
    loss.valueAndGradient(point, gradient);
    return gradient;
  }

  private static double[] random(int count, long seed) {
    RandomGenerator random = RandomStreams.of(seed).generator();
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextGaussian();
    }
    return numbers;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
