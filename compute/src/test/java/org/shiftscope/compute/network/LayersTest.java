package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.shiftscope.compute.network.kernel.Operations;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;

/** Single layers against their formula, computed a slow plain second way. */
@ParameterizedClass
@EnumSource(Implementation.class)
class LayersTest {

  private static final int SAMPLES = 3;
  private static final double ROUNDING = 1e-12;

  private final Operations operations;

  LayersTest(Implementation implementation) {
    operations = implementation.operations();
  }

  @ParameterizedTest
  @CsvSource({"6, 6, 3, 1", "6, 6, 3, 2", "6, 6, 1, 2", "7, 5, 3, 2", "7, 5, 5, 2", "5, 8, 1, 1"})
  void aConvolutionIsTheSumOverItsKernel(int height, int width, int kernel, int stride) {
    int inputs = 2;
    int filters = 4;
    var shape = new Convolution(height, width, inputs, filters, kernel, stride);
    var bound = new Bound(operations, shape, height, width, inputs);
    bound.layer.forward();
    for (int n = 0; n < SAMPLES; n++) {
      for (int y = 0; y < (height + stride - 1) / stride; y++) {
        for (int x = 0; x < (width + stride - 1) / stride; x++) {
          for (int f = 0; f < filters; f++) {
            assertThat(bound.output.getDouble(n, y, x, f))
                .isCloseTo(convolved(bound, shape, new int[] {n, y, x, f}), within(ROUNDING));
          }
        }
      }
    }
  }

  static Stream<LayerShape> layers() {
    return Stream.of(
        new Convolution(7, 6, 2, 4, 3),
        new Convolution(6, 7, 3, 5, 5),
        new Convolution(5, 5, 3, 2, 1),
        new Convolution(8, 8, 2, 4, 3, 2),
        // Strides with many channels: odd sides; several parts of images, the last one not full; 1
        // × 1.
        new Convolution(7, 9, 16, 32, 3, 2),
        new Convolution(32, 32, 32, 16, 3, 2),
        new Convolution(8, 5, 16, 32, 1, 2),
        // Pixels that share a vector, and do not divide the line; several images at once, and more
        // filters than a pair of vectors has numbers.
        new Convolution(14, 13, 1, 6, 5),
        new Convolution(10, 10, 3, 40, 3),
        // Winograd's way: one part of images; several, the last one not full; other channels.
        new Convolution(2, 2, 128, 64, 3),
        new Convolution(16, 24, 64, 64, 3),
        new Convolution(8, 6, 64, 80, 3),
        new MaxPool(7, 6, 3),
        // More channels than a vector has numbers, and as many as it has.
        new MaxPool(4, 7, 37),
        new MaxPool(4, 6, 16),
        new BatchNorm(7, 6, 5),
        new Dense(24, 5),
        // More multiply-adds and numbers than the small kernels take.
        new Dense(1_000, 600),
        new Elementwise(Activation.RELU, new long[] {9}),
        new Elementwise(Activation.TANH, new long[] {9}));
  }

  /** The kernels of float32 are others than ND4J's of float64: the same sums in another order. */
  @ParameterizedTest
  @MethodSource("layers")
  void float32ComputesWhatFloat64Does(LayerShape shape) {
    long[] inputShape = inputOf(shape);
    var exact = new Bound(operations, Precision.DOUBLE, shape, inputShape);
    var fast = new Bound(operations, Precision.SINGLE, shape, inputShape);
    for (Bound bound : List.of(exact, fast)) {
      bound.layer.forward();
      bound.layer.backward();
    }
    assertClose(fast.output, exact.output);
    assertClose(fast.inputGradient, exact.inputGradient);
    if (shape.parameterCount() > 0) {
      assertClose(fast.gradient, exact.gradient);
    }
  }

  /** So that networks may pool first. Of equals, and below 0, the gradient goes the same way. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void reluAndPoolingGiveTheSameNumbersInEitherOrder(Precision precision) {
    long[] large = {7, 6, 3};
    var pool = new MaxPool(7, 6, 3);
    var bound = new Bound(operations, precision, pool, large);
    bound.input.slice(0).assign(0.5);
    List<INDArray> reluFirst = bound.run(List.of(new Elementwise(Activation.RELU, large), pool));
    List<INDArray> poolFirst =
        bound.run(List.of(pool, new Elementwise(Activation.RELU, pool.outputShape())));
    assertThat(poolFirst).isEqualTo(reluFirst);
    assertThat(poolFirst.getLast().norm2Number().doubleValue()).isPositive();
  }

  private static long[] inputOf(LayerShape shape) {
    return switch (shape) {
      case Convolution c -> new long[] {c.height(), c.width(), c.inputs()};
      case BatchNorm norm -> norm.outputShape();
      case MaxPool pool -> new long[] {pool.height(), pool.width(), pool.channels()};
      case Dense dense -> new long[] {dense.inputs()};
      default -> shape.outputShape();
    };
  }

  @Test
  void float32ComputesWhatFloat64DoesInABatchNormThatGoesByItsMinibatch() {
    var shape = new BatchNorm(7, 6, 5);
    var exact = new Bound(operations, Precision.DOUBLE, shape, shape.outputShape());
    var fast = new Bound(operations, Precision.SINGLE, shape, shape.outputShape());
    for (Bound bound : List.of(exact, fast)) {
      bound.statistics.setOfBatch(true);
      bound.layer.forward();
      bound.layer.backward();
    }
    assertClose(fast.output, exact.output);
    assertClose(fast.inputGradient, exact.inputGradient);
    assertClose(fast.gradient, exact.gradient);
    assertThat(fast.statistics.numbers()).containsExactly(exact.statistics.numbers(), within(1e-6));
  }

  @Test
  void aBatchNormGoesByItsRunningStatisticsAndLeavesThemAlone() {
    int channels = 3;
    var bound = new Bound(operations, new BatchNorm(4, 5, channels), 4, 5, channels);
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
    int count = SAMPLES * 4 * 5;
    var bound = new Bound(operations, new BatchNorm(4, 5, channels), 4, 5, channels);
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

  private static void checkNormalised(Bound bound, int channel, double mean, double deviation) {
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

  private static void checkGradients(Bound bound) {
    bound.inputGradient.assign(7);
    bound.gradient.assign(7);
    bound.layer.forward();
    bound.layer.backward();
    checkDifferences(bound, bound.parameters, bound.gradient, bound.outputGradient);
    checkDifferences(bound, bound.input, bound.inputGradient, bound.outputGradient);
  }

  private static void assertClose(INDArray fast, INDArray exact) {
    double scale = exact.norm2Number().doubleValue();
    double apart = fast.castTo(exact.dataType()).sub(exact).norm2Number().doubleValue();
    assertThat(scale).isPositive();
    assertThat(apart).isLessThan(2e-6 * scale);
  }

  private static double convolved(Bound bound, Convolution shape, int[] at) {
    int kernel = shape.kernel();
    int padding = (kernel - 1) / 2;
    INDArray weights =
        Operations.view(bound.parameters, 0, kernel, kernel, shape.inputs(), shape.filters());
    double sum = bound.parameters.getDouble((long) shape.fanIn() * shape.filters() + at[3]);
    for (int i = 0; i < kernel; i++) {
      for (int j = 0; j < kernel; j++) {
        int y = at[1] * shape.stride() + i - padding;
        int x = at[2] * shape.stride() + j - padding;
        if (y < 0 || y >= shape.height() || x < 0 || x >= shape.width()) {
          continue;
        }
        for (int c = 0; c < shape.inputs(); c++) {
          sum += bound.input.getDouble(at[0], y, x, c) * weights.getDouble(i, j, c, at[3]);
        }
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"4, 4", "1, 1", "3, 5"})
  void theGlobalAverageIsTheMeanOfEachChannel(int height, int width) {
    var bound = new Bound(operations, new GlobalAveragePool(height, width, 2), height, width, 2);
    bound.layer.forward();
    bound.layer.backward();
    for (int n = 0; n < SAMPLES; n++) {
      for (int c = 0; c < 2; c++) {
        double sum = 0;
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            sum += bound.input.getDouble(n, y, x, c);
            assertThat(bound.inputGradient.getDouble(n, y, x, c))
                .isCloseTo(
                    bound.outputGradient.getDouble(n, c) / (height * width), within(ROUNDING));
          }
        }
        assertThat(bound.output.getDouble(n, c))
            .isCloseTo(sum / (height * width), within(ROUNDING));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 3", "2, 5", "1, 5"})
  void everyGradientOfAResidualBlockIsThatOfADifference(int stride, int filters) {
    int height = 4;
    int inputs = 3;
    var first = new Convolution(height, height, inputs, filters, 3, stride);
    long[] middle = first.outputShape();
    var second = new Convolution((int) middle[0], (int) middle[1], filters, filters, 3, 1);
    var projection = new Convolution(height, height, inputs, filters, 1, stride);
    boolean projected = stride == 2 || filters != inputs;
    var block =
        new Residual(
            List.of(first, new Elementwise(Activation.TANH, middle), second),
            projected ? List.of(projection) : List.of());
    var bound = new Bound(operations, block, height, height, inputs);
    // What the arrays held before must not matter.
    bound.inputGradient.assign(7);
    bound.gradient.assign(7);
    INDArray outputGradient = bound.outputGradient.dup();
    bound.layer.forward();
    bound.layer.backward();
    checkDifferences(bound, bound.parameters, bound.gradient, outputGradient);
    checkDifferences(bound, bound.input, bound.inputGradient, outputGradient);
    // A second run over the same arrays gives the same bits.
    INDArray before = bound.inputGradient.dup();
    bound.outputGradient.assign(outputGradient);
    bound.layer.forward();
    bound.layer.backward();
    assertThat(bound.inputGradient).isEqualTo(before);
  }

  /** The gradient of Σ output ∘ outputGradient in each number of an array. */
  private static void checkDifferences(
      Bound bound, INDArray array, INDArray gradient, INDArray outputGradient) {
    double epsilon = 1e-5;
    INDArray numbers = array.reshape('c', new long[] {array.length()});
    INDArray found = gradient.dup().reshape('c', new long[] {array.length()});
    for (long i = 0; i < array.length(); i++) {
      double kept = numbers.getDouble(i);
      numbers.putScalar(i, kept + epsilon);
      double ahead = bound.weightedOutput(outputGradient);
      numbers.putScalar(i, kept - epsilon);
      double behind = bound.weightedOutput(outputGradient);
      numbers.putScalar(i, kept);
      // ε² times a third derivative, and rounding over ε.
      assertThat(found.getDouble(i)).isCloseTo((ahead - behind) / (2 * epsilon), within(1e-8));
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void geluAndItsDerivativesAreThoseOfTheNormalDistribution(Precision precision) {
    var normal = new NormalDistribution();
    double tolerance = precision == Precision.DOUBLE ? ROUNDING : 1e-6;
    int points = 241;
    INDArray z = Nd4j.create(precision.type(), points);
    for (int i = 0; i < points; i++) {
      z.putScalar(i, (i - 120) / 20.0);
    }
    INDArray value = z.like();
    INDArray slope = z.like();
    new Gelu(operations).value(z, value).run();
    new Gelu(operations).slope(z, z.like(), slope).run();
    INDArray bend = z.like();
    new Gelu(operations).bend(z, z.like(), bend).run();
    for (int i = 0; i < points; i++) {
      double at = z.getDouble(i);
      double distribution = normal.cumulativeProbability(at);
      assertThat(value.getDouble(i)).isCloseTo(at * distribution, within(tolerance));
      assertThat(slope.getDouble(i))
          .isCloseTo(distribution + at * normal.density(at), within(tolerance));
      assertThat(bend.getDouble(i))
          .isCloseTo((2 - at * at) * normal.density(at), within(tolerance));
    }
  }

  /** A layer on random arrays of float64. */
  private static final class Bound {
    private final RandomGenerator random = RandomStreams.of(11).generator();
    private final INDArray input;
    private final INDArray inputGradient;
    private final INDArray output;
    private final INDArray outputGradient;
    private final INDArray parameters;
    private final INDArray gradient;
    private final RunningStatistics statistics;
    private final Layer layer;

    private final Operations operations;
    private final Precision precision;
    private final List<INDArray> kept = new ArrayList<>();

    Bound(Operations operations, LayerShape shape, long... inputShape) {
      this(operations, Precision.DOUBLE, shape, inputShape);
    }

    Bound(Operations operations, Precision precision, LayerShape shape, long... inputShape) {
      this.operations = operations;
      this.precision = precision;
      input = numbers(samplesOf(inputShape));
      inputGradient = input.like();
      output = numbers(samplesOf(shape.outputShape()));
      outputGradient = numbers(samplesOf(shape.outputShape()));
      parameters = numbers(Math.max(1, shape.parameterCount()));
      gradient = parameters.like();
      statistics = new RunningStatistics(List.of(shape), precision);
      layer =
          shape.bind(
              new LayerShape.Wires(
                  input,
                  Optional.of(inputGradient),
                  output,
                  outputGradient,
                  parameters,
                  gradient,
                  statistics.from(0),
                  this::keep),
              operations);
    }

    /** The output and the input's gradient of other layers, from the same input to the same end. */
    List<INDArray> run(List<LayerShape> layers) {
      var wires =
          new LayerShape.Wires(
              input,
              Optional.of(input.like()),
              output.like(),
              outputGradient,
              parameters,
              gradient,
              statistics.from(0),
              this::keep);
      Layer chain = new Chain(layers, wires, operations);
      chain.forward();
      chain.backward();
      return List.of(wires.output(), wires.inputGradient().orElseThrow());
    }

    double weightedOutput(INDArray weights) {
      layer.forward();
      return output.mul(weights).sumNumber().doubleValue();
    }

    /** Layers hold addresses: an array that the garbage collector took would be written to. */
    private INDArray keep(long... shape) {
      INDArray array = Nd4j.create(precision.type(), shape);
      kept.add(array);
      return array;
    }

    private INDArray numbers(long... shape) {
      INDArray array = Nd4j.create(precision.type(), shape);
      INDArray flat = array.reshape('c', new long[] {array.length()});
      for (long i = 0; i < flat.length(); i++) {
        flat.putScalar(i, random.nextGaussian());
      }
      return array;
    }

    private static long[] samplesOf(long... shape) {
      long[] all = new long[shape.length + 1];
      all[0] = SAMPLES;
      System.arraycopy(shape, 0, all, 1, shape.length);
      return all;
    }
  }
}
