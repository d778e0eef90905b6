package org.shiftscope.compute.trial;

import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.TrainedExperiment;

/** The memory of trials that train a network: by arithmetic alone, and exact in long. */
public final class TrainingMemory {

  /** Vectors of d numbers that every trial has: points, directions, the integrator's stages. */
  private static final int VECTORS = 40;

  private TrainingMemory() {}

  /**
   * Bytes: samples as float32 once; for each trial its activations for a minibatch and for
   * micro-batches, and its vectors.
   */
  public static long bytes(TrainedExperiment spec, int atATime) {
    DatasetSpec dataset = spec.dataset();
    long samples =
        4L * dataset.name().sampleSize() * ((long) dataset.trainSamples() + dataset.testSamples());
    return Math.addExact(samples, Math.multiplyExact(atATime, ofTrial(spec)));
  }

  private static long ofTrial(TrainedExperiment spec) {
    NetworkSpec network = spec.network();
    DatasetSpec dataset = spec.dataset();
    Precision precision = TrainNetwork.measuringPrecision(network);
    long microBatch = Network.microBatch(network, dataset.name(), precision);
    // The last micro-batches of the two sets have arrays of their own.
    long atOnce =
        microBatch + dataset.trainSamples() % microBatch + dataset.testSamples() % microBatch;
    return Network.activationCount(network, dataset.name())
            * (4L * spec.sgd().batchSize() + 3L * precision.bytes() * atOnce)
        + (VECTORS + ownVectors(spec)) * 8L * Network.parameterCount(network, dataset.name());
  }

  /** Vectors that the kind keeps beside those. */
  private static int ownVectors(TrainedExperiment spec) {
    return switch (spec) {
      // The bases of Lanczos and Hutch++.
      case TemperatureSweep sweep ->
          sweep
              .curvature()
              .map(curvature -> Math.max(curvature.mostHessianSteps(), curvature.probes()))
              .orElse(0);
      case DiffusionAccuracy _ -> 0;
      // The gradients of all samples, orthogonalised.
      case OverparametrizedShift shift ->
          Math.max(shift.dataset().trainSamples(), shift.dataset().testSamples());
    };
  }
}
