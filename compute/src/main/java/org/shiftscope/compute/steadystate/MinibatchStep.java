package org.shiftscope.compute.steadystate;

import java.util.List;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.shiftscope.compute.model.TrainLoss;
import org.shiftscope.compute.random.GeneratorState;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Dynamics;

/** One step after another of modified SGD (Eq. 13 of the paper), on arrays of its own. */
final class MinibatchStep {

  private final TrainLoss loss;
  private final double rate;
  private final double noise;
  private final RestorableUniformRandomProvider drawing;
  private final RestorableUniformRandomProvider noising;
  private final Batches batches;
  private final ContinuousSampler added;
  private final int[] batch;
  private final double[] gradient;

  MinibatchStep(TrainLoss loss, RunChain.Plan plan, RandomStreams streams) {
    this.loss = loss;
    rate = plan.learningRate();
    // The mean of B deviates of deviation ε.
    noise = Dynamics.Isotropic.ofMean(loss.epsilon(), plan.batchSize());
    drawing = streams.split("batches").fastGenerator();
    noising = streams.split("added noise").fastGenerator();
    batches = Batches.of(plan.replacement(), loss.model().samples(), drawing);
    added = ZigguratSampler.NormalizedGaussian.of(noising);
    batch = new int[plan.batchSize()];
    gradient = new double[loss.dimension()];
  }

  /** What comes next. */
  State state() {
    return new State(GeneratorState.of(drawing), GeneratorState.of(noising), batches.epoch());
  }

  /** Goes on from there. */
  void goOn(State state) {
    state.drawing().restore(drawing);
    state.noising().restore(noising);
    batches.goOn(state.epoch());
  }

  /**
   * Where the random numbers stand.
   *
   * @param drawing those of the minibatches
   * @param noising those of the added noise
   * @param epoch the present epoch of {@link Batches}
   */
  record State(GeneratorState drawing, GeneratorState noising, List<Integer> epoch) {}

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
