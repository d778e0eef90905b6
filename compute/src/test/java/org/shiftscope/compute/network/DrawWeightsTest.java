package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.stat.descriptive.moment.Kurtosis;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.NetworkSpec;

class DrawWeightsTest {

  private static final int INPUTS = 50;
  private static final int UNITS = 4_000;
  private static final int WEIGHTS = INPUTS * UNITS;

  @ParameterizedTest
  @EnumSource(Initialisation.class)
  void weightsHaveTheDeviationOfHeAndBiasesAreZero(Initialisation initialisation) {
    double[] theta = draw(initialisation);
    double[] weights = Arrays.copyOf(theta, WEIGHTS);
    double deviation = Math.sqrt(2.0 / INPUTS);
    // The standard error of the mean of 200,000 is 0.0022 deviations, that of the deviation less.
    assertThat(new Mean().evaluate(weights)).isCloseTo(0, within(0.01 * deviation));
    assertThat(new StandardDeviation().evaluate(weights))
        .isCloseTo(deviation, within(0.01 * deviation));
    assertThat(Arrays.copyOfRange(theta, WEIGHTS, theta.length)).containsOnly(0);
  }

  @Test
  void theTruncatedNormalEndsAtTwoDeviationsOfTheNormalThatWasCut() {
    double[] weights = Arrays.copyOf(draw(Initialisation.TRUNCATED_NORMAL), WEIGHTS);
    double cut = 2 * Math.sqrt(2.0 / INPUTS) / 0.87962566103423978;
    assertThat(Arrays.stream(weights).max().orElseThrow()).isBetween(0.999 * cut, cut);
    assertThat(Arrays.stream(weights).min().orElseThrow()).isBetween(-cut, -0.999 * cut);
    // Its excess kurtosis, by quadrature, is −0.6344; a uniform distribution's is −1.2.
    assertThat(new Kurtosis().evaluate(weights)).isCloseTo(-0.6344, within(0.03));
  }

  @Test
  void hesWeightsAreTheBitsOfTheLayersOwnStream() {
    RandomGenerator random = RandomStreams.of(7).split("initialisation").split(2).generator();
    NetworkSpec spec = new NetworkSpec.Mlp(List.of(4, 3), Activation.RELU, 1);
    try (Network network = new Network(spec, DatasetName.DIGITS, Precision.DOUBLE)) {
      double[] theta = network.initialise(RandomStreams.of(7));
      int second = 64 * 4 + 4;
      for (int i = 0; i < 12; i++) {
        assertThat(theta[second + i]).isEqualTo(Math.sqrt(2.0 / 4) * random.nextGaussian());
      }
    }
  }

  @Test
  void eachConvolutionOfABlockHasItsOwnScale() {
    var block =
        new Residual(
            List.of(new Convolution(8, 8, 16, 64, 3, 2), new Convolution(4, 4, 64, 64, 3)),
            List.of(new Convolution(8, 8, 16, 64, 1, 2)));
    double[] theta = new DrawWeights(Initialisation.HE, RandomStreams.of(1)).draw(block.parts());
    assertThat(theta).hasSize(block.parameterCount());
    int offset = 0;
    for (LayerShape part : block.parts()) {
      int weights = part.parameterCount() - part.biasCount();
      double[] drawn = Arrays.copyOfRange(theta, offset, offset + weights);
      double deviation = Math.sqrt(2.0 / part.fanIn());
      // 1,024 weights at least: a standard error of 2.2 %.
      assertThat(new StandardDeviation().evaluate(drawn))
          .isCloseTo(deviation, within(0.09 * deviation));
      offset += part.parameterCount();
    }
  }

  @Test
  void aBatchNormStartsAsNothingButTheNorm() {
    double[] theta =
        new DrawWeights(Initialisation.HE, RandomStreams.of(1))
            .draw(List.of(new BatchNorm(2, 2, 3)));
    assertThat(theta).containsExactly(1, 1, 1, 0, 0, 0);
  }

  private static double[] draw(Initialisation initialisation) {
    return new DrawWeights(initialisation, RandomStreams.of(1))
        .draw(List.of(new Dense(INPUTS, UNITS)));
  }
}
