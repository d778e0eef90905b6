package org.shiftscope.compute.steadystate;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.shiftscope.compute.random.RandomStreams;

/** One step after another of modified SGD (Eq. 13 of the paper), on arrays of its own. */
final class MinibatchStep {

  private final TrainLoss loss;
  private final double rate;
  private final double noise;
  private final Batches batches;
  private final ContinuousSampler added;
  private final int[] batch;
  private final double[] gradient;

  MinibatchStep(TrainLoss loss, RunChain.Plan plan, RandomStreams streams) {
    this.loss = loss;
    rate = plan.learningRate();
    // The mean of B deviates of deviation ε.
    noise = loss.epsilon() / Math.sqrt(plan.batchSize());
    batches =
        Batches.of(
            plan.replacement(), loss.model().samples(), streams.split("batches").fastGenerator());
    added = ZigguratSampler.NormalizedGaussian.of(streams.split("added noise").fastGenerator());
    batch = new int[plan.batchSize()];
    gradient = new double[loss.dimension()];
  }

  /** θ ← θ − (η/B) Σ (∇ℓ_i + λθ + ε ξ_i). {@code theta}: shape [d], modified. */
  void take(double[] theta) {
    for (int j = 0; j < theta.length; j++) {
      gradient[j] = loss.lambda() * theta[j] + (noise > 0 ? noise * added.sample() : 0);
    }
    batches.next(batch);
    for (int sample : batch) {
      loss.model().addGradient(sample, theta, 1.0 / batch.length, gradient);
    }
    for (int j = 0; j < theta.length; j++) {
      theta[j] -= rate * gradient[j];
    }
  }
}
