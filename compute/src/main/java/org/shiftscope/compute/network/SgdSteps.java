package org.shiftscope.compute.network;

import org.shiftscope.compute.data.Samples;

/**
 * Eq. 9: θ ← θ − (η/B) Σ_{i in batch} ∇(ℓ_i + (λ/2)‖θ‖²), one minibatch after the other, on the
 * device. Nothing is allocated in a step. Batch norms go by the minibatch's statistics, and move
 * the network's running ones.
 */
public final class SgdSteps {

  private final Network network;
  private final Samples samples;
  private final Pass pass;
  private final Runnable descend;

  /**
   * Starts at a point.
   *
   * @param theta θ, shape [d], not modified
   */
  public SgdSteps(Network network, Samples samples, int batchSize, StepSize size, double[] theta) {
    this.network = network;
    this.samples = samples;
    pass = network.pass(batchSize);
    descend =
        network
            .operations()
            .descend(
                network.parameters().array(),
                network.gradient().array(),
                size.learningRate(),
                size.lambda());
    network.parameters().write(theta);
  }

  /**
   * Takes a step on the samples {@code order[first], order[first + 1], ...}.
   *
   * @param order numbers of samples, not modified
   * @return the mean loss of the minibatch before the step, without the L2 term; not finite once
   *     training has diverged
   */
  public double step(int[] order, int first) {
    for (int i = 0; i < pass.samples(); i++) {
      pass.load(samples.features(), samples.classes(), order[first + i], i);
    }
    double loss = pass.trainingLossAndGradient() / pass.samples();
    descend.run();
    return loss;
  }

  /** θ, a fresh array, shape [d]. */
  public double[] parameters() {
    double[] theta = new double[network.parameterCount()];
    network.parameters().read(theta);
    return theta;
  }

  /**
   * How far a step goes.
   *
   * @param learningRate η
   * @param lambda λ
   */
  public record StepSize(double learningRate, double lambda) {}
}
