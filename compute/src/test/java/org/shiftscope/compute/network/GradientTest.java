package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.NetworkSpec;

/** Every layer's gradient, against central differences of the loss in float64. */
@ParameterizedClass
@EnumSource(Implementation.class)
class GradientTest {

  private static final double LAMBDA = 1e-2;

  /** Error of central differences: ε² times a third derivative, plus rounding / ε. */
  private static final double EPSILON = 1e-6;

  private final Implementation implementation;

  GradientTest(Implementation implementation) {
    this.implementation = implementation;
  }

  static Stream<NetworkSpec> networks() {
    return Stream.of(Activation.values())
        .flatMap(
            activation ->
                Stream.of(
                    new NetworkSpec.Mlp(List.of(), activation, 1),
                    new NetworkSpec.Mlp(List.of(7, 5), activation, 1),
                    new NetworkSpec.Cnn(List.of(2), 3, List.of(), activation, 1),
                    new NetworkSpec.Cnn(List.of(3, 2, 4), 5, List.of(6), activation, 1),
                    new NetworkSpec.Cnn(List.of(4), 1, List.of(3), activation, 1),
                    new NetworkSpec.Vgg9(activation, 0.03, Initialisation.HE),
                    new NetworkSpec.Vgg9(true, activation, 0.03, Initialisation.HE),
                    new NetworkSpec.ResNet10(activation, 0.03, Initialisation.HE)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theGradientIsThatOfTheLoss(NetworkSpec spec) {
    checkAgainstDifferences(spec, DatasetName.DIGITS);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void float32AgreesWithFloat64(NetworkSpec spec) {
    Samples samples = random(DatasetName.DIGITS, 300);
    try (Network exact = implementation.network(spec, DatasetName.DIGITS, Precision.DOUBLE);
        Network fast = implementation.network(spec, DatasetName.DIGITS, Precision.SINGLE)) {
      double[] theta = exact.initialise(RandomStreams.of(3));
      moveStatistics(exact);
      fast.setStatistics(exact.statistics());
      double[] expected = new double[theta.length];
      double[] gradient = new double[theta.length];
      double loss = new DatasetLoss(exact, samples, LAMBDA).valueAndGradient(theta, expected);
      assertThat(new DatasetLoss(fast, samples, LAMBDA).valueAndGradient(theta, gradient))
          .isCloseTo(loss, within(1e-5 * loss));
      // A ReLU or a pooling may fall on the other side of its kink for a sample or two of the 300.
      assertThat(distance(gradient, expected)).isLessThan(2e-3 * norm(expected));
    }
  }

  static Stream<NetworkSpec> paperNetworks() {
    return Stream.of(Activation.RELU, Activation.GELU)
        .flatMap(
            activation ->
                Stream.of(
                    new NetworkSpec.Vgg9(activation, 0.03, Initialisation.HE),
                    new NetworkSpec.Vgg16(activation, 0.05, Initialisation.TRUNCATED_NORMAL),
                    new NetworkSpec.ResNet10(activation, 0.03, Initialisation.HE)));
  }

  @ParameterizedTest
  @MethodSource("paperNetworks")
  void theGradientIsThatOfTheLossOnColourImagesOf32By32(NetworkSpec spec) {
    checkAgainstDifferences(spec, DatasetName.CIFAR_10);
  }

  @ParameterizedTest
  @MethodSource("oddImages")
  void oddRowsAndColoursAreRight(DatasetName images) {
    checkAgainstDifferences(
        new NetworkSpec.Cnn(List.of(2, 2, 3), 3, List.of(4), Activation.TANH, 1), images);
  }

  static Stream<DatasetName> oddImages() {
    // 28 → 14 → 7 → 3 drops a row; CIFAR-10 has three channels.
    return Stream.of(DatasetName.MNIST, DatasetName.CIFAR_10);
  }

  /**
   * At 64 parameters on few samples; on more than a micro-batch and a remainder at some of them.
   */
  private void checkAgainstDifferences(NetworkSpec spec, DatasetName images) {
    checkAgainstDifferences(spec, images, images == DatasetName.DIGITS ? 40 : 5, 64);
    if (images == DatasetName.DIGITS) {
      int microBatch = Network.microBatch(spec, images, Precision.DOUBLE);
      checkAgainstDifferences(spec, images, microBatch + 3, 8);
    }
  }

  private void checkAgainstDifferences(
      NetworkSpec spec, DatasetName images, int count, int parameters) {
    try (Network network = implementation.network(spec, images, Precision.DOUBLE)) {
      DatasetLoss loss = new DatasetLoss(network, random(images, count), LAMBDA);
      moveStatistics(network);
      double[] theta = network.initialise(RandomStreams.of(1));
      RandomGenerator random = RandomStreams.of(2).generator();
      double[] gradient = new double[theta.length];
      double value = loss.valueAndGradient(theta, gradient);
      assertThat(loss.evaluate(theta).loss()).isCloseTo(value, within(1e-12));
      int[] sampled = sampled(theta.length, random);
      // ReLU silences some units; where it silenced most, the differences would show nothing.
      assertThat(sampled)
          .as("sampled parameters that the loss depends on")
          .satisfies(
              chosen ->
                  assertThat(
                          IntStream.of(chosen)
                              .filter(i -> Math.abs(gradient[i] - LAMBDA * theta[i]) > 1e-5)
                              .count())
                      .isGreaterThan(20));
      // The first and last of all are at the end.
      for (int i : Arrays.copyOfRange(sampled, sampled.length - parameters, sampled.length)) {
        double kept = theta[i];
        theta[i] = kept + EPSILON;
        double ahead = loss.evaluate(theta).loss();
        theta[i] = kept - EPSILON;
        double behind = loss.evaluate(theta).loss();
        theta[i] = kept;
        assertThat(gradient[i])
            .as("parameter %d of %d", i, theta.length)
            .isCloseTo((ahead - behind) / (2 * EPSILON), within(2e-8));
      }
    }
  }

  /** The first and last parameters of the network, and 60 between. */
  private static int[] sampled(int count, RandomGenerator random) {
    int[] chosen = new int[64];
    for (int i = 0; i < 60; i++) {
      chosen[i] = random.nextInt(count);
    }
    chosen[60] = 0;
    chosen[61] = 1;
    chosen[62] = count - 1;
    chosen[63] = count - 11;
    return chosen;
  }

  /** Running statistics as training might leave them. */
  static void moveStatistics(Network network) {
    RandomGenerator random = RandomStreams.of(8).generator();
    double[] statistics = network.statistics();
    for (int i = 0; i < statistics.length; i++) {
      double within = random.nextDouble();
      // Means about 0 and variances below 1, so that ReLU does not silence a small network.
      statistics[i] = (float) (statistics[i] == 0 ? 0.2 * (within - 0.5) : 0.3 + 0.5 * within);
    }
    network.setStatistics(statistics);
  }

  static Samples random(DatasetName images, int count) {
    RandomGenerator random = RandomStreams.of(5).generator();
    float[] features = new float[count * images.sampleSize()];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat();
    }
    byte[] classes = new byte[count];
    for (int i = 0; i < count; i++) {
      classes[i] = (byte) random.nextInt(10);
    }
    return new Samples(features, classes);
  }

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  static double norm(double[] a) {
    return distance(a, new double[a.length]);
  }
}
