package org.shiftscope.compute.spec;

import java.util.List;

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

  /** η of the first step. */
  public double learningRate(double temperature) {
    return sgd.learningRate(temperature);
  }

  /** η of the last step, after all drops. */
  public double lastRate(double temperature) {
    return learningRate(temperature) * allDrops();
  }

  /** What the last step adds to the flow time: η, with momentum that T counts η / (1 − μ). */
  public double lastFlow(double temperature) {
    return sgd.flowOfStep(temperature) * allDrops();
  }

  private double allDrops() {
    return Math.pow(sgd.dropFactor(), sgd.drops().size());
  }

  /** Epochs that are asked for, uncapped: E = flow time / (T · samples used in an epoch). */
  public double epochsWanted(double temperature) {
    return sgd.epochsWanted(temperature, batchesPerEpoch() * sgd.batchSize());
  }

  /** The steps, counted from 0, before which the learning rate drops; ascending. */
  public List<Long> drops(double temperature) {
    long steps = stepsAt(temperature);
    return sgd.drops().stream().map(share -> Math.round(share * steps)).toList();
  }

  /** η summed over the steps; with momentum that T counts, η / (1 − μ). */
  public double flowTime(double temperature) {
    double rate = sgd.flowOfStep(temperature);
    double sum = 0;
    long done = 0;
    for (long drop : drops(temperature)) {
      sum += rate * (drop - done);
      done = drop;
      rate *= sgd.dropFactor();
    }
    return sum + rate * (stepsAt(temperature) - done);
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
