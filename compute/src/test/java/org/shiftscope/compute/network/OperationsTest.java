package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.NetworkSpec;

/** ND4J's operations alone give what the CPU's own ways give, to rounding. */
class OperationsTest {

  private static final int SAMPLES = 300;

  static Stream<NetworkSpec> smoothNetworks() {
    // No kinks: rounding cannot take a sample to another side of one.
    return Stream.of(
        new NetworkSpec.Mlp(List.of(9, 7), Activation.TANH, 1),
        new NetworkSpec.Mlp(List.of(300), Activation.GELU, 1),
        new NetworkSpec.Cnn(List.of(4), 3, List.of(6), Activation.TANH, 1),
        new NetworkSpec.ResNet10(Activation.GELU, 0.05, Initialisation.HE));
  }

  @ParameterizedTest
  @MethodSource("smoothNetworks")
  void anEpochOfSgdEndsAtTheSameParameters(NetworkSpec spec) {
    double[] expected = trained(Implementation.NATIVE, spec);
    double[] found = trained(Implementation.ND4J, spec);
    // 20 steps in float32: some hundred roundings of 6e-8 add up.
    assertThat(GradientTest.distance(found, expected))
        .isPositive()
        .isLessThan(1e-5 * GradientTest.norm(expected));
  }

  private static double[] trained(Implementation implementation, NetworkSpec spec) {
    Samples samples = GradientTest.random(DatasetName.DIGITS, SAMPLES);
    int[] order = RandomStreams.of(8).permutation(SAMPLES);
    try (Network network = implementation.network(spec, DatasetName.DIGITS, Precision.SINGLE)) {
      double[] theta = network.initialise(RandomStreams.of(3));
      var steps = new SgdSteps(network, samples, 15, new SgdSteps.StepSize(0.05, 1e-2), theta);
      for (int first = 0; first < SAMPLES; first += 15) {
        steps.step(order, first);
      }
      return steps.parameters();
    }
  }

  @ParameterizedTest
  @MethodSource("smoothNetworks")
  void lossesGradientsAndHessianVectorProductsAgreeInFloat64(NetworkSpec spec) {
    Samples samples = GradientTest.random(DatasetName.DIGITS, SAMPLES);
    try (Network own = Implementation.NATIVE.network(spec, DatasetName.DIGITS, Precision.DOUBLE);
        Network nd4j = Implementation.ND4J.network(spec, DatasetName.DIGITS, Precision.DOUBLE)) {
      double[] theta = own.initialise(RandomStreams.of(3));
      double[] v = own.initialise(RandomStreams.of(4));
      double[] expected = new double[theta.length];
      double[] found = new double[theta.length];
      var expectedLoss = new DatasetLoss(own, samples, 1e-2);
      var foundLoss = new DatasetLoss(nd4j, samples, 1e-2);

      double value = expectedLoss.valueAndGradient(theta, expected);
      assertThat(foundLoss.valueAndGradient(theta, found)).isCloseTo(value, within(1e-12 * value));
      assertAgree(found, expected);
      expectedLoss.hessianTimes(theta, v, expected);
      foundLoss.hessianTimes(theta, v, found);
      assertAgree(found, expected);
      assertThat(foundLoss.evaluate(theta).accuracy())
          .isEqualTo(expectedLoss.evaluate(theta).accuracy());
    }
  }

  private static void assertAgree(double[] found, double[] expected) {
    assertThat(GradientTest.distance(found, expected))
        .isLessThan(1e-12 * GradientTest.norm(expected));
  }
}
