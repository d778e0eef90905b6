package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.shiftscope.compute.network.kernel.Operations;
import org.shiftscope.compute.spec.Activation;

/** Single layers against their formula, computed a slow plain second way. */
@ParameterizedClass
@EnumSource(Implementation.class)
class LayersTest {

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
    var bound = new BoundLayer(operations, shape, height, width, inputs);
    bound.layer.forward();
    for (int n = 0; n < BoundLayer.SAMPLES; n++) {
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
    var exact = new BoundLayer(operations, Precision.DOUBLE, shape, inputShape);
    var fast = new BoundLayer(operations, Precision.SINGLE, shape, inputShape);
    for (BoundLayer bound : List.of(exact, fast)) {
      bound.layer.forward();
      bound.layer.backward();
    }
    BoundLayer.assertClose(fast.output, exact.output);
    BoundLayer.assertClose(fast.inputGradient, exact.inputGradient);
    if (shape.parameterCount() > 0) {
      BoundLayer.assertClose(fast.gradient, exact.gradient);
    }
  }

  /** So that networks may pool first. Of equals, and below 0, the gradient goes the same way. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void reluAndPoolingGiveTheSameNumbersInEitherOrder(Precision precision) {
    long[] large = {7, 6, 3};
    var pool = new MaxPool(7, 6, 3);
    var bound = new BoundLayer(operations, precision, pool, large);
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

  private static double convolved(BoundLayer bound, Convolution shape, int[] at) {
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
    var bound =
        new BoundLayer(operations, new GlobalAveragePool(height, width, 2), height, width, 2);
    bound.layer.forward();
    bound.layer.backward();
    for (int n = 0; n < BoundLayer.SAMPLES; n++) {
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
    var bound = new BoundLayer(operations, block, height, height, inputs);
    // What the arrays held before must not matter.
    bound.inputGradient.assign(7);
    bound.gradient.assign(7);
    INDArray outputGradient = bound.outputGradient.dup();
    bound.layer.forward();
    bound.layer.backward();
    BoundLayer.checkDifferences(bound, bound.parameters, bound.gradient, outputGradient);
    BoundLayer.checkDifferences(bound, bound.input, bound.inputGradient, outputGradient);
    // A second run over the same arrays gives the same bits.
    INDArray before = bound.inputGradient.dup();
    bound.outputGradient.assign(outputGradient);
    bound.layer.forward();
    bound.layer.backward();
    assertThat(bound.inputGradient).isEqualTo(before);
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
}
