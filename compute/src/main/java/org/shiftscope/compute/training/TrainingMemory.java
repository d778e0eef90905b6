package org.shiftscope.compute.training;

import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.TrainingSpec;

/** The memory of trials that train a network: by arithmetic alone, and exact in long. */
public final class TrainingMemory {

  /** Vectors of d numbers that every trial has: points, directions, the integrator's stages. */
  private static final int VECTORS = 40;

  private TrainingMemory() {}

  /**
   * Bytes: samples as float32 once; for each trial its activations for a minibatch and for
   * micro-batches, and its vectors.
   *
   * @param ownVectors vectors of d numbers that the kind keeps beside those of every trial
   */
  public static long bytes(TrainingSpec spec, int ownVectors, int atATime) {
    DatasetSpec dataset = spec.dataset();
    long samples =
        4L * dataset.name().sampleSize() * ((long) dataset.trainSamples() + dataset.testSamples());
    return Math.addExact(samples, Math.multiplyExact(atATime, ofTrial(spec, ownVectors)));
  }

  private static long ofTrial(TrainingSpec spec, int ownVectors) {
    NetworkSpec network = spec.network();
    DatasetSpec dataset = spec.dataset();
    Precision precision = TrainNetwork.measuringPrecision(network);
    long microBatch = Network.microBatch(network, dataset.name(), precision);
    // The last micro-batches of the two sets have arrays of their own.
    long atOnce =
        microBatch + dataset.trainSamples() % microBatch + dataset.testSamples() % microBatch;
    return Network.activationCount(network, dataset.name())
            * (4L * spec.sgd().batchSize() + 3L * precision.bytes() * atOnce)
        + (VECTORS + (long) ownVectors) * 8L * Network.parameterCount(network, dataset.name());
  }
}
