package org.shiftscope.compute.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * y = body(x) + shortcut(x) (He et al. 2016, arXiv 1512.03385, Eqs. 1 and 2). Backward: both
 * branches get ȳ, and x̄ is the sum of what they give back.
 *
 * @param body layers one after the other, at least one
 * @param shortcut the projection where the shape changes; empty for x itself
 */
record Residual(List<LayerShape> body, List<LayerShape> shortcut) implements LayerShape {

  @Override
  public long[] outputShape() {
    return body.getLast().outputShape();
  }

  /** Parameters of the body's layers, then of the shortcut's. */
  @Override
  public int parameterCount() {
    return sum(body) + sum(shortcut);
  }

  /** Of all its parts together; each part's stand at the end of that part's parameters. */
  @Override
  public int biasCount() {
    return parts().stream().mapToInt(LayerShape::biasCount).sum();
  }

  /** 0: its parts have their own. */
  @Override
  public int fanIn() {
    return 0;
  }

  @Override
  public List<LayerShape> parts() {
    return Stream.concat(body.stream(), shortcut.stream())
        .flatMap(layer -> layer.parts().stream())
        .toList();
  }

  @Override
  public Layer bind(Wires wires) {
    INDArray inputGradient = wires.inputGradient().orElseThrow();
    INDArray bodyOutput = zerosLike(wires.output(), wires);
    INDArray bodyInputGradient = zerosLike(inputGradient, wires);
    Layer bodyLayers =
        new Chain(
            body,
            wires(
                wires,
                bodyInputGradient,
                new Ends(bodyOutput, wires.outputGradient()),
                0,
                sum(body)));
    Branch branch = shortcut.isEmpty() ? identity(wires) : projection(wires);
    Runnable sum = Operations.add(bodyOutput, branch.ends().output(), wires.output());
    // The body may spoil the output's gradient, so the shortcut takes its copy first.
    Runnable keep = Operations.copy(wires.outputGradient(), branch.ends().outputGradient());
    Runnable sumGradients = Operations.add(inputGradient, bodyInputGradient, inputGradient);
    return new Layer() {
      @Override
      public void forward() {
        bodyLayers.forward();
        branch.layer().ifPresent(Layer::forward);
        sum.run();
      }

      @Override
      public void backward() {
        keep.run();
        bodyLayers.backward();
        branch.layer().ifPresent(Layer::backward);
        sumGradients.run();
      }
    };
  }

  /** x itself, whose gradient is ȳ as it is. */
  private static Branch identity(Wires wires) {
    return new Branch(
        Optional.empty(), new Ends(wires.input(), wires.inputGradient().orElseThrow()));
  }

  private Branch projection(Wires wires) {
    Ends ends =
        new Ends(zerosLike(wires.output(), wires), zerosLike(wires.outputGradient(), wires));
    return new Branch(
        Optional.of(
            new Chain(
                shortcut,
                wires(wires, wires.inputGradient().orElseThrow(), ends, sum(body), sum(shortcut)))),
        ends);
  }

  private static Wires wires(
      Wires block, INDArray inputGradient, Ends ends, long firstParameter, int parameters) {
    return new Wires(
        block.input(),
        Optional.of(inputGradient),
        ends.output(),
        ends.outputGradient(),
        Operations.part(block.parameters(), firstParameter, parameters),
        Operations.part(block.gradient(), firstParameter, parameters),
        block.allocate());
  }

  private static INDArray zerosLike(INDArray array, Wires wires) {
    return wires.allocate().zeros(array.shape());
  }

  private static int sum(List<LayerShape> layers) {
    return layers.stream().mapToInt(LayerShape::parameterCount).sum();
  }

  /** Where a branch ends, and where its gradient comes in. */
  private record Ends(INDArray output, INDArray outputGradient) {}

  /** The shortcut: its layers, where it has any. */
  private record Branch(Optional<Layer> layer, Ends ends) {}
}
