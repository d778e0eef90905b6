package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Operations;
import org.shiftscope.compute.spec.Activation;

/** An activation function on each element. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Elementwise(Activation activation, long[] outputShape) implements LayerShape {

  @Override
  public Layer bind(Wires wires, Operations operations) {
    INDArray inputGradient = wires.inputGradient().orElseThrow();
    INDArray slope = wires.allocate().zeros(wires.output().shape());
    Runnable function =
        switch (activation) {
          case RELU -> operations.relu(wires.input(), wires.output());
          case TANH -> operations.tanh(wires.input(), wires.output());
          case GELU -> new Gelu(operations).value(wires.input(), wires.output());
        };
    Runnable derivative = derivative(wires, operations, slope);
    Runnable chain = operations.multiply(wires.outputGradient(), slope, inputGradient);
    return new Layer() {
      @Override
      public void forward() {
        function.run();
      }

      @Override
      public void backward() {
        derivative.run();
        chain.run();
      }

      @Override
      public Tangent tangent(TangentWires tangents) {
        return Elementwise.this.tangent(wires, operations, tangents, slope);
      }
    };
  }

  /** R{a} = f'(z) R{z}; backward R{z̄} = f'(z) R{ā} + f''(z) R{z} ā. */
  private Tangent tangent(
      Wires wires, Operations operations, TangentWires tangents, INDArray slope) {
    INDArray input = tangents.input().orElseThrow();
    INDArray inputGradient = tangents.inputGradient().orElseThrow();
    List<Runnable> backward = new ArrayList<>();
    backward.add(operations.multiply(tangents.outputGradient(), slope, inputGradient));
    backward.addAll(bend(wires, operations, tangents, inputGradient));
    return Tangents.of(List.of(operations.multiply(input, slope, tangents.output())), backward);
  }

  /** Adds f''(z) R{z} ā. ReLU: nothing; tanh: f'' R{z} = −2 a R{a}; GELU: f'' from z. */
  private List<Runnable> bend(
      Wires wires, Operations operations, TangentWires tangents, INDArray inputGradient) {
    return switch (activation) {
      case RELU -> List.of();
      case TANH -> {
        INDArray bend = tangents.allocate().zeros(wires.output().shape());
        yield List.of(
            operations.multiply(wires.output(), tangents.output(), bend),
            operations.multiply(bend, wires.outputGradient(), bend),
            operations.scale(bend, -2, bend),
            operations.add(inputGradient, bend, inputGradient));
      }
      case GELU -> {
        INDArray bend = tangents.allocate().zeros(wires.output().shape());
        INDArray scratch = tangents.allocate().zeros(wires.output().shape());
        yield List.of(
            new Gelu(operations).bend(wires.input(), scratch, bend),
            operations.multiply(bend, tangents.input().orElseThrow(), bend),
            operations.multiply(bend, wires.outputGradient(), bend),
            operations.add(inputGradient, bend, inputGradient));
      }
    };
  }

  /**
   * ReLU: 1 where the output is above 0; tanh: 1 − tanh², from the output; GELU: from the input.
   */
  private Runnable derivative(Wires wires, Operations operations, INDArray slope) {
    INDArray output = wires.output();
    return switch (activation) {
      case RELU -> operations.step(output, slope);
      case TANH -> operations.oneMinusSquare(output, slope);
      case GELU ->
          new Gelu(operations)
              .slope(wires.input(), wires.allocate().zeros(wires.output().shape()), slope);
    };
  }
}
