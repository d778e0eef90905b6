package org.shiftscope.compute.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.spec.Activation;

/** An activation function on each element, its derivative taken from its output. */
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
        };
    Runnable derivative = derivative(wires.output(), slope);
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

  /** ReLU: 1 where the output is above 0; tanh: 1 − tanh². */
  private Runnable derivative(INDArray output, INDArray slope) {
    return switch (activation) {
      case RELU -> Operations.step(output, slope);
      case TANH -> {
        Runnable square = Operations.multiply(output, output, slope);
        yield () -> {
          square.run();
          slope.rsubi(1);
        };
      }
    };
  }
}
