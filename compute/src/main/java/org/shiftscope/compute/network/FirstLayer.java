package org.shiftscope.compute.network;

import java.util.function.DoubleConsumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Operations;

/**
 * The output of a pass's first layer along a line of parameters. For given samples it is linear in
 * them, z(α) = (1 − α) z(0) + α z(1): two runs of the layer give it everywhere.
 */
final class FirstLayer {

  private final Runnable forward;
  private final INDArray output;
  private final INDArray from;
  private final INDArray to;
  private final DoubleConsumer between;

  /**
   * Takes its places.
   *
   * @param forward runs the layer with the network's parameters
   * @param output its output, overwritten
   * @param from holds z(0), of the same shape
   * @param to holds z(1), of the same shape
   */
  FirstLayer(Runnable forward, INDArray output, INDArray from, INDArray to, Operations operations) {
    this.forward = forward;
    this.output = output;
    this.from = from;
    this.to = to;
    between = operations.between(from, to, output);
  }

  /** Keeps z(0), at the network's present parameters. */
  void keepFrom() {
    forward.run();
    from.assign(output);
  }

  /** Keeps z(1). */
  void keepTo() {
    forward.run();
    to.assign(output);
  }

  /** Puts z(α) in the layer's place. */
  void putBetween(double alpha) {
    between.accept(alpha);
  }
}
