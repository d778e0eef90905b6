package org.shiftscope.compute.network;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The running statistics of a network's batch norms, shape [b]: state of the network beside its
 * parameters, no descent moves them. For each layer its means, then its variances. They normalise,
 * unless the minibatch's own do.
 */
final class RunningStatistics {

  private final double[] numbers;
  private final Precision precision;
  private boolean ofBatch;

  RunningStatistics(List<LayerShape> layers, Precision precision) {
    this.precision = precision;
    numbers = initial(layers);
  }

  /** Those of layers before training. */
  static double[] initial(List<LayerShape> layers) {
    return layers.stream()
        .flatMapToDouble(layer -> DoubleStream.of(layer.initialStatistics()))
        .toArray();
  }

  /** A fresh array, shape [b]. */
  double[] numbers() {
    return numbers.clone();
  }

  /** {@code from}: shape [b], not modified. */
  void write(double[] from) {
    if (from.length != numbers.length) {
      throw new IllegalArgumentException(
          numbers.length + " running statistics, but " + from.length + " were given");
    }
    System.arraycopy(from, 0, numbers, 0, from.length);
  }

  /** Whether the statistics of the minibatch normalise and move these, from now on. */
  void setOfBatch(boolean ofBatch) {
    this.ofBatch = ofBatch;
  }

  /** Those from one place on. */
  Part from(int first) {
    return new Part(this, first);
  }

  /**
   * Those of one layer.
   *
   * @param first the place of its first
   */
  record Part(RunningStatistics all, int first) {

    boolean ofBatch() {
      return all.ofBatch;
    }

    double get(int index) {
      return all.numbers[first + index];
    }

    /** In the network's precision, so that a point of SGD is of float32 numbers throughout. */
    void set(int index, double value) {
      all.numbers[first + index] = all.precision == Precision.SINGLE ? (float) value : value;
    }

    /** Those from a place of this layer's on. */
    Part from(int index) {
      return new Part(all, first + index);
    }
  }
}
