package org.shiftscope.compute.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Allocate;
import org.shiftscope.compute.network.kernel.Operations;

/**
 * y = body(x) + shortcut(x) (He et al. 2016, arXiv 1512.03385, Eqs. 1 and 2). Backward: both
 * branches get ȳ, and x̄ is the sum of what they give back. Never the first layer.
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

  /** Of the body's layers, then of the shortcut's. */
  @Override
  public double[] initialStatistics() {
    return RunningStatistics.initial(parts());
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
  public Layer bind(Wires wires, Operations operations) {
    INDArray inputGradient = wires.inputGradient().orElseThrow();
    Ends ends =
        new Ends(
            zerosLike(wires.output(), wires.allocate()),
            zerosLike(inputGradient, wires.allocate()));
    Layer bodyLayers = new Chain(body, branch(wires, ends, 0, sum(body)), operations);
    Optional<Layer> projection =
        shortcut.isEmpty() ? Optional.empty() : Optional.of(project(wires, operations));
    Runnable forward =
        operations.add(
            ends.output(), shortcut.isEmpty() ? wires.input() : wires.output(), wires.output());
    Runnable backward =
        operations.add(
            ends.inputGradient(),
            shortcut.isEmpty() ? wires.outputGradient() : inputGradient,
            inputGradient);
    return new Layer() {
      @Override
      public void forward() {
        bodyLayers.forward();
        projection.ifPresent(Layer::forward);
        forward.run();
      }

      @Override
      public void backward() {
        bodyLayers.backward();
        projection.ifPresent(Layer::backward);
        backward.run();
      }

      @Override
      public Tangent tangent(TangentWires tangents) {
        return Residual.this.tangent(bodyLayers, projection, tangents, operations);
      }
    };
  }

  /** The sum is linear: R{y} and R{x̄} are the sums of those of the branches. */
  private Tangent tangent(
      Layer bodyLayers, Optional<Layer> projection, TangentWires wires, Operations operations) {
    INDArray input = wires.input().orElseThrow();
    INDArray inputGradient = wires.inputGradient().orElseThrow();
    Ends ends =
        new Ends(
            zerosLike(wires.output(), wires.allocate()),
            zerosLike(inputGradient, wires.allocate()));
    Tangent bodyTangent = bodyLayers.tangent(tangentBranch(wires, ends, 0, sum(body)));
    Optional<Tangent> shortcutTangent =
        projection.map(
            layer ->
                layer.tangent(
                    tangentBranch(
                        wires, new Ends(wires.output(), inputGradient), sum(body), sum(shortcut))));
    return Tangents.of(
        List.of(
            bodyTangent::forward,
            () -> shortcutTangent.ifPresent(Tangent::forward),
            operations.add(
                ends.output(), shortcut.isEmpty() ? input : wires.output(), wires.output())),
        List.of(
            bodyTangent::backward,
            () -> shortcutTangent.ifPresent(Tangent::backward),
            operations.add(
                ends.inputGradient(),
                shortcut.isEmpty() ? wires.outputGradient() : inputGradient,
                inputGradient)));
  }

  /** The projection writes where the sum goes, and the sum then adds the body. */
  private Layer project(Wires wires, Operations operations) {
    Ends ends = new Ends(wires.output(), wires.inputGradient().orElseThrow());
    return new Chain(shortcut, branch(wires, ends, sum(body), sum(shortcut)), operations);
  }

  private Wires branch(Wires block, Ends ends, long firstParameter, int parameters) {
    return new Wires(
        block.input(),
        Optional.of(ends.inputGradient()),
        ends.output(),
        block.outputGradient(),
        Pass.part(block.parameters(), firstParameter, parameters),
        Pass.part(block.gradient(), firstParameter, parameters),
        firstParameter == 0 ? block.statistics() : block.statistics().from(statistics(body)),
        block.allocate());
  }

  private static TangentWires tangentBranch(
      TangentWires block, Ends ends, long firstParameter, int parameters) {
    return new TangentWires(
        block.input(),
        Optional.of(ends.inputGradient()),
        ends.output(),
        block.outputGradient(),
        Pass.part(block.direction(), firstParameter, parameters),
        Pass.part(block.gradient(), firstParameter, parameters),
        block.allocate());
  }

  private static INDArray zerosLike(INDArray array, Allocate allocate) {
    return allocate.zeros(array.shape());
  }

  private static int statistics(List<LayerShape> layers) {
    return RunningStatistics.initial(layers).length;
  }

  private static int sum(List<LayerShape> layers) {
    return Math.toIntExact(layers.stream().mapToLong(LayerShape::parameterCount).sum());
  }

  /** What a branch writes: its output, and its share of the input's gradient. */
  private record Ends(INDArray output, INDArray inputGradient) {}
}
