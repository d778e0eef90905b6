package org.shiftscope.compute.network;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * z = x W + 1 bᵀ, with x [samples, inputs], W [inputs, units], b [units]. Backward: W's gradient xᵀ
 * z̄, b's 1ᵀ z̄ (as a product with a row of ones, twenty times faster here than a sum over rows),
 * x's z̄ Wᵀ.
 */
record Dense(int inputs, int units) implements LayerShape {

  @Override
  public long[] outputShape() {
    return new long[] {units};
  }

  @Override
  public int parameterCount() {
    return inputs * units + units;
  }

  @Override
  public int biasCount() {
    return units;
  }

  @Override
  public int fanIn() {
    return inputs;
  }

  @Override
  public Layer bind(Wires wires) {
    long samples = wires.output().size(0);
    INDArray x = wires.input().reshape('c', samples, inputs);
    INDArray outputGradient = wires.outputGradient();
    INDArray weights = Operations.view(wires.parameters(), 0, inputs, units);
    INDArray biases = Operations.view(wires.parameters(), (long) inputs * units, units);
    INDArray ones = wires.allocate().zeros(1, samples).addi(1);
    Runnable product = Operations.product(x, false, weights, false, wires.output());
    Runnable bias = Operations.addBias(wires.output(), biases);
    Runnable weightsGradient =
        Operations.product(
            x, true, outputGradient, false, Operations.view(wires.gradient(), 0, inputs, units));
    Runnable biasGradient =
        Operations.product(
            ones,
            false,
            outputGradient,
            false,
            Operations.view(wires.gradient(), (long) inputs * units, 1, units));
    Optional<Runnable> inputGradient =
        wires
            .inputGradient()
            .map(
                gradient ->
                    Operations.product(
                        outputGradient,
                        false,
                        weights,
                        true,
                        gradient.reshape('c', samples, inputs)));
    return new Layer() {
      @Override
      public void forward() {
        product.run();
        bias.run();
      }

      @Override
      public void backward() {
        weightsGradient.run();
        biasGradient.run();
        inputGradient.ifPresent(Runnable::run);
      }
    };
  }
}
