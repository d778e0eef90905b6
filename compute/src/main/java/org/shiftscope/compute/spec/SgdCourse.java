package org.shiftscope.compute.spec;

/**
 * SGD as it runs on a number of samples: how many steps a temperature takes.
 *
 * @param sgd how it runs
 * @param samples train samples, at least the batch size
 */
public record SgdCourse(SgdSpec sgd, int samples) {

  /** Batches in an epoch: the last partial batch is dropped, as in the paper. */
  public int batchesPerEpoch() {
    return samples / sgd.batchSize();
  }

  /** η = T · B. */
  public double learningRate(double temperature) {
    return temperature * sgd.batchSize();
  }

  /** Epochs that the flow time takes, uncapped: E = flow time / (T · samples used in an epoch). */
  public double epochsWanted(double temperature) {
    return sgd.flowTime() / (temperature * batchesPerEpoch() * sgd.batchSize());
  }

  /** Whether the cap on epochs stops it before its flow time. */
  public boolean capped(double temperature) {
    return epochsWanted(temperature) > sgd.maxEpochs();
  }

  /** Steps: the flow time's, or the cap's where that is less. At least 1. */
  public long stepsAt(double temperature) {
    double steps = Math.min(epochsWanted(temperature), sgd.maxEpochs()) * batchesPerEpoch();
    return Math.max(1, Math.round(steps));
  }

  /** Epochs that these steps make. */
  public double epochs(double temperature) {
    return (double) stepsAt(temperature) / batchesPerEpoch();
  }

  /** Sample gradients. */
  public double cost(double temperature) {
    return (double) stepsAt(temperature) * sgd.batchSize();
  }
}
