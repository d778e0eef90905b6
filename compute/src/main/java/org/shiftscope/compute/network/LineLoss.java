package org.shiftscope.compute.network;

import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.DatasetLoss.Evaluation;

/**
 * A {@link DatasetLoss} at many points of a line θ(α) = (1 − α) θ_0 + α θ_1, in one pass over the
 * samples: each micro-batch is loaded once and then evaluated at every α. It goes through the first
 * layer at the two ends only, since that layer's output is linear in α; this saves most of the work
 * of an mlp. Sums over samples are float64.
 */
public final class LineLoss {

  private final Network network;
  private final Samples samples;
  private final double lambda;
  private final double[] from;
  private final double[] to;
  private final double[] theta;
  private int loaded;

  LineLoss(Network network, Samples samples, double lambda, double[] from, double[] to) {
    this.network = network;
    this.samples = samples;
    this.lambda = lambda;
    this.from = from;
    this.to = to;
    theta = new double[from.length];
  }

  /** Number of micro-batches. */
  public int batches() {
    return Math.ceilDiv(samples.count(), network.microBatch());
  }

  /** Loads a micro-batch, by its number from 0, and takes it through the first layer. */
  public void load(int batch) {
    int first = batch * network.microBatch();
    loaded = Math.min(network.microBatch(), samples.count() - first);
    Pass pass = network.pass(loaded);
    pass.loadFrom(samples, first);
    if (network.layers().getFirst().linear()) {
      network.parameters().write(from);
      pass.firstLayer().keepFrom();
      network.parameters().write(to);
      pass.firstLayer().keepTo();
    }
  }

  /** Sums over the loaded micro-batch at θ(α). */
  public Sums at(double alpha) {
    Pass pass = network.pass(loaded);
    LayerShape first = network.layers().getFirst();
    if (first.linear()) {
      writeBetween(alpha, first.parameterCount());
      return new Sums(pass.loss(pass.firstLayer(), alpha), pass.correct());
    }
    writeBetween(alpha, 0);
    return new Sums(pass.loss(), pass.correct());
  }

  private void writeBetween(double alpha, int first) {
    for (int i = first; i < theta.length; i++) {
      theta[i] = (1 - alpha) * from[i] + alpha * to[i];
    }
    network.parameters().write(theta, first);
  }

  /** The loss (with the L2 term) and accuracy at θ(α) from the sums over all micro-batches. */
  public Evaluation whole(double alpha, double loss, double correct) {
    double squares = 0;
    for (int i = 0; i < from.length; i++) {
      double value = (1 - alpha) * from[i] + alpha * to[i];
      squares += value * value;
    }
    return new Evaluation(loss / samples.count() + lambda / 2 * squares, correct / samples.count());
  }

  /**
   * Sums over samples.
   *
   * @param loss of the losses, without the L2 term
   * @param correct number of samples classified right
   */
  public record Sums(double loss, int correct) {}
}
