package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Operations;

/** The layer of batch norm against its formula, computed a slow plain second way. */
@ParameterizedClass
@EnumSource(Implementation.class)
class BatchNormLayerTest {

  private static final double ROUNDING = 1e-12;

  private final Operations operations;

  BatchNormLayerTest(Implementation implementation) {
    operations = implementation.operations();
  }

  @Test
  void float32ComputesWhatFloat64DoesInABatchNormThatGoesByItsMinibatch() {
    var shape = new BatchNorm(7, 6, 5);
    var exact = new BoundLayer(operations, Precision.DOUBLE, shape, shape.outputShape());
    var fast = new BoundLayer(operations, Precision.SINGLE, shape, shape.outputShape());
    for (BoundLayer bound : List.of(exact, fast)) {
      bound.statistics.setOfBatch(true);
      bound.layer.forward();
      bound.layer.backward();
    }
    BoundLayer.assertClose(fast.output, exact.output);
    BoundLayer.assertClose(fast.inputGradient, exact.inputGradient);
    BoundLayer.assertClose(fast.gradient, exact.gradient);
    assertThat(fast.statistics.numbers()).containsExactly(exact.statistics.numbers(), within(1e-6));
  }

  @Test
  void aBatchNormGoesByItsRunningStatisticsAndLeavesThemAlone() {
    int channels = 3;
    var bound = new BoundLayer(operations, new BatchNorm(4, 5, channels), 4, 5, channels);
    double[] statistics = {0.5, -2, 0.1, 0.25, 4, 1e-3};
    bound.statistics.write(statistics);
    bound.layer.forward();
    for (int c = 0; c < channels; c++) {
      double mean = statistics[c];
      double deviation = Math.sqrt(statistics[channels + c] + 1e-5);
      checkNormalised(bound, c, mean, deviation);
    }
    assertThat(bound.statistics.numbers()).isEqualTo(statistics);
    checkGradients(bound);
  }

  @Test
  void aBatchNormInTrainingGoesByItsMinibatchAndMovesTheRunningStatistics() {
    int channels = 3;
    int count = BoundLayer.SAMPLES * 4 * 5;
    var bound = new BoundLayer(operations, new BatchNorm(4, 5, channels), 4, 5, channels);
    bound.input.muli(3).addi(10); // far from 0: nothing may be lost to the mean
    bound.statistics.write(new double[] {7, 8, 9, 0.7, 0.8, 0.9});
    bound.statistics.setOfBatch(true);
    bound.layer.forward();
    INDArray numbers = bound.input.reshape('c', count, channels);
    for (int c = 0; c < channels; c++) {
      double mean = 0;
      for (int i = 0; i < count; i++) {
        mean += numbers.getDouble(i, c) / count;
      }
      double squares = 0;
      for (int i = 0; i < count; i++) {
        squares += Math.pow(numbers.getDouble(i, c) - mean, 2);
      }
      checkNormalised(bound, c, mean, Math.sqrt(squares / count + 1e-5));
      double[] moved = bound.statistics.numbers();
      assertThat(moved[c]).isCloseTo(0.9 * (7 + c) + 0.1 * mean, within(ROUNDING));
      assertThat(moved[channels + c])
          .isCloseTo(0.9 * (0.7 + 0.1 * c) + 0.1 * squares / (count - 1), within(ROUNDING));
    }
    checkGradients(bound);
  }

  private static void checkNormalised(
      BoundLayer bound, int channel, double mean, double deviation) {
    int channels = (int) bound.input.size(3);
    int count = (int) bound.input.length() / channels;
    INDArray input = bound.input.reshape('c', count, channels);
    INDArray output = bound.output.reshape('c', count, channels);
    double gamma = bound.parameters.getDouble(channel);
    double beta = bound.parameters.getDouble(channels + channel);
    for (int i = 0; i < count; i++) {
      double expected = gamma * (input.getDouble(i, channel) - mean) / deviation + beta;
      assertThat(output.getDouble(i, channel)).isCloseTo(expected, within(ROUNDING * 100));
    }
  }

  private static void checkGradients(BoundLayer bound) {
    bound.inputGradient.assign(7);
    bound.gradient.assign(7);
    bound.layer.forward();
    bound.layer.backward();
    BoundLayer.checkDifferences(bound, bound.parameters, bound.gradient, bound.outputGradient);
    BoundLayer.checkDifferences(bound, bound.input, bound.inputGradient, bound.outputGradient);
  }
}
