package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.shiftscope.compute.network.kernel.Operations;
import org.shiftscope.compute.random.RandomStreams;

/** A layer on random arrays, and what is checked of it. */
final class BoundLayer {

  static final int SAMPLES = 3;
  private final RandomGenerator random = RandomStreams.of(11).generator();
  final INDArray input;
  final INDArray inputGradient;
  final INDArray output;
  final INDArray outputGradient;
  final INDArray parameters;
  final INDArray gradient;
  final RunningStatistics statistics;
  final Layer layer;

  private final Operations operations;
  private final Precision precision;
  private final List<INDArray> kept = new ArrayList<>();

  BoundLayer(Operations operations, LayerShape shape, long... inputShape) {
    this(operations, Precision.DOUBLE, shape, inputShape);
  }

  BoundLayer(Operations operations, Precision precision, LayerShape shape, long... inputShape) {
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

  static void assertClose(INDArray fast, INDArray exact) {
    double scale = exact.norm2Number().doubleValue();
    double apart = fast.castTo(exact.dataType()).sub(exact).norm2Number().doubleValue();
    assertThat(scale).isPositive();
    assertThat(apart).isLessThan(2e-6 * scale);
  }

  /** The gradient of Σ output ∘ outputGradient in each number of an array. */
  static void checkDifferences(
      BoundLayer bound, INDArray array, INDArray gradient, INDArray outputGradient) {
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
}
