package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers one after the other, bound between an input and an output with arrays of their own. */
final class Chain implements Layer {

  private final List<Layer> layers = new ArrayList<>();

  /**
   * Binds the layers.
   *
   * @param shapes at least one; their parameters lie one after the other in {@code wires}
   */
  Chain(List<LayerShape> shapes, LayerShape.Wires wires) {
    INDArray input = wires.input();
    Optional<INDArray> inputGradient = wires.inputGradient();
    long offset = 0;
    for (int i = 0; i < shapes.size(); i++) {
      LayerShape shape = shapes.get(i);
      boolean last = i == shapes.size() - 1;
      INDArray output = last ? wires.output() : array(shape, wires);
      INDArray outputGradient = last ? wires.outputGradient() : array(shape, wires);
      layers.add(
          shape.bind(
              new LayerShape.Wires(
                  input,
                  inputGradient,
                  output,
                  outputGradient,
                  Operations.part(wires.parameters(), offset, shape.parameterCount()),
                  Operations.part(wires.gradient(), offset, shape.parameterCount()),
                  wires.allocate())));
      input = output;
      inputGradient = Optional.of(outputGradient);
      offset += shape.parameterCount();
    }
  }

  private static INDArray array(LayerShape shape, LayerShape.Wires wires) {
    return wires
        .allocate()
        .zeros(
            LongStream.concat(
                    LongStream.of(wires.input().size(0)), LongStream.of(shape.outputShape()))
                .toArray());
  }

  @Override
  public void forward() {
    layers.forEach(Layer::forward);
  }

  @Override
  public void backward() {
    layers.reversed().forEach(Layer::backward);
  }
}
