package org.shiftscope.compute.network;

import org.nd4j.linalg.factory.Nd4j;
import org.shiftscope.compute.data.Samples;

/**
 * Eq. 9: θ ← θ − (η/B) Σ_{i in batch} ∇(ℓ_i + (λ/2)‖θ‖²), one minibatch after the other, on the
 * device. Nothing is allocated in a step.
 */
public final class SgdSteps {

  private final Network network;
  private final Samples samples;
  private final Pass pass;
  private final double learningRate;
  private final double lambda;

  /**
   * Starts at a point.
   *
   * @param theta θ, shape [d], not modified
   */
  public SgdSteps(Network network, Samples samples, int batchSize, StepSize size, double[] theta) {
    this.network = network;
    this.samples = samples;
    learningRate = size.learningRate();
    lambda = size.lambda();
    pass = network.pass(batchSize);
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
    double loss = pass.lossAndGradient() / pass.samples();
    var blas = Nd4j.getBlasWrapper().level1();
    long dimension = network.parameterCount();
    if (lambda != 0) {
      blas.scal(dimension, 1 - learningRate * lambda, network.parameters().array());
    }
    blas.axpy(dimension, -learningRate, network.gradient().array(), network.parameters().array());
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
