package org.shiftscope.compute.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.spec.Activation;

/** An activation function on each element. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Elementwise(Activation activation, long[] outputShape) implements LayerShape {

  @Override
  public int parameterCount() {
    return 0;
  }

  @Override
  public int biasCount() {
    return 0;
  }

  @Override
  public int fanIn() {
    return 0;
  }

  @Override
  public Layer bind(Wires wires) {
    INDArray inputGradient = wires.inputGradient().orElseThrow();
    INDArray slope = wires.allocate().zeros(wires.output().shape());
    Runnable function =
        switch (activation) {
          case RELU -> Operations.relu(wires.input(), wires.output());
          case TANH -> Operations.tanh(wires.input(), wires.output());
          case GELU -> Gelu.value(wires.input(), wires.output());
        };
    Runnable derivative = derivative(wires, slope);
    Runnable chain = Operations.multiply(wires.outputGradient(), slope, inputGradient);
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
    };
  }

  /**
   * ReLU: 1 where the output is above 0; tanh: 1 − tanh², from the output; GELU: from the input.
   */
  private Runnable derivative(Wires wires, INDArray slope) {
    INDArray output = wires.output();
    return switch (activation) {
      case RELU -> Operations.step(output, slope);
      case TANH -> {
        Runnable square = Operations.multiply(output, output, slope);
        yield () -> {
          square.run();
          slope.rsubi(1);
        };
      }
      case GELU -> Gelu.slope(wires.input(), wires.allocate().zeros(wires.output().shape()), slope);
    };
  }
}
