package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Allocate;
import org.shiftscope.compute.network.kernel.Operations;

/**
 * Layers one after the other, between an input and an output, with arrays of their own between
 * them. Their parameters lie one after the other too.
 */
final class Chain implements Layer {

  private final List<LayerShape> shapes;
  private final List<Layer> layers = new ArrayList<>();
  private final long samples;

  /**
   * Binds the layers.
   *
   * @param shapes at least one
   */
  Chain(List<LayerShape> shapes, LayerShape.Wires wires, Operations operations) {
    this.shapes = shapes;
    samples = wires.output().size(0);
    INDArray input = wires.input();
    Optional<INDArray> inputGradient = wires.inputGradient();
    long offset = 0;
    RunningStatistics.Part statistics = wires.statistics();
    for (int i = 0; i < shapes.size(); i++) {
      LayerShape shape = shapes.get(i);
      INDArray output = isLast(i) ? wires.output() : array(shape, wires.allocate());
      INDArray outputGradient = isLast(i) ? wires.outputGradient() : array(shape, wires.allocate());
      layers.add(
          shape.bind(
              new LayerShape.Wires(
                  input,
                  inputGradient,
                  output,
                  outputGradient,
                  Pass.part(wires.parameters(), offset, shape.parameterCount()),
                  Pass.part(wires.gradient(), offset, shape.parameterCount()),
                  statistics,
                  wires.allocate()),
              operations));
      input = output;
      inputGradient = Optional.of(outputGradient);
      offset += shape.parameterCount();
      statistics = statistics.from(shape.initialStatistics().length);
    }
  }

  @Override
  public void forward() {
    layers.forEach(Layer::forward);
  }

  @Override
  public void backward() {
    layers.reversed().forEach(Layer::backward);
  }

  @Override
  public Tangent tangent(LayerShape.TangentWires wires) {
    List<Tangent> tangents = new ArrayList<>();
    Optional<INDArray> input = wires.input();
    Optional<INDArray> inputGradient = wires.inputGradient();
    long offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      LayerShape shape = shapes.get(i);
      INDArray output = isLast(i) ? wires.output() : array(shape, wires.allocate());
      INDArray outputGradient = isLast(i) ? wires.outputGradient() : array(shape, wires.allocate());
      tangents.add(
          layers
              .get(i)
              .tangent(
                  new LayerShape.TangentWires(
                      input,
                      inputGradient,
                      output,
                      outputGradient,
                      Pass.part(wires.direction(), offset, shape.parameterCount()),
                      Pass.part(wires.gradient(), offset, shape.parameterCount()),
                      wires.allocate())));
      input = Optional.of(output);
      inputGradient = Optional.of(outputGradient);
      offset += shape.parameterCount();
    }
    return Tangents.of(
        tangents.stream().map(tangent -> (Runnable) tangent::forward).toList(),
        tangents.reversed().stream().map(tangent -> (Runnable) tangent::backward).toList());
  }

  private boolean isLast(int layer) {
    return layer == shapes.size() - 1;
  }

  private INDArray array(LayerShape shape, Allocate allocate) {
    return allocate.zeros(
        LongStream.concat(LongStream.of(samples), LongStream.of(shape.outputShape())).toArray());
  }
}
