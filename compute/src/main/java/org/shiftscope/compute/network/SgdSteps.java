package org.shiftscope.compute.network;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.data.Samples;

/**
 * Eq. 9: θ ← θ − (η/B) Σ_{i in batch} ∇(ℓ_i + (λ/2)‖θ‖²), one minibatch after the other, on the
 * device; with momentum μ the heavy ball's v ← μ v + g, θ ← θ − η v (PyTorch's form), or with noise
 * added to the mean gradient. Nothing is allocated in a step. Batch norms go by the minibatch's
 * statistics, and move the network's running ones.
 */
public final class SgdSteps {

  private final Network network;
  private final Samples samples;
  private final Pass pass;
  private final StepSize size;
  private final Runnable addNoise;
  private Runnable descend;

  /**
   * Starts at a point.
   *
   * @param theta θ, shape [d], not modified
   */
  public SgdSteps(Network network, Samples samples, int batchSize, StepSize size, double[] theta) {
    this.network = network;
    this.samples = samples;
    pass = network.pass(batchSize);
    this.size = size;
    INDArray gradient = network.gradient().array();
    addNoise = network.operations().add(gradient, network.direction().array(), gradient);
    descend = descend(size.learningRate());
    network.parameters().write(theta);
    setVelocity(new double[0]);
  }

  /** Goes on at another learning rate. */
  public void learnAt(double rate) {
    descend = descend(rate);
  }

  private Runnable descend(double rate) {
    INDArray theta = network.parameters().array();
    INDArray gradient = network.gradient().array();
    return size.momentum() == 0
        ? network.operations().descend(theta, gradient, rate, size.lambda())
        : network
            .operations()
            .roll(
                theta, gradient, network.direction().array(), rate, size.lambda(), size.momentum());
  }

  /**
   * Takes a step on the samples {@code order[first], order[first + 1], ...}.
   *
   * @param order numbers of samples, not modified
   * @return the mean loss of the minibatch before the step, without the L2 term; not finite once
   *     training has diverged
   */
  public double step(int[] order, int first) {
    double loss = gradient(order, first);
    descend();
    return loss;
  }

  /** The second half of a step: goes along the gradient, which is of no use afterwards. */
  public void descend() {
    descend.run();
  }

  /**
   * The same with noise added to the minibatch's mean gradient; without momentum, whose velocity
   * has the noise's place.
   *
   * @param noise shape [d], not modified
   */
  public void descend(double[] noise) {
    if (size.momentum() != 0) {
      throw new IllegalStateException("Noise beside momentum");
    }
    network.direction().write(noise);
    addNoise.run();
    descend.run();
  }

  /**
   * The first half of a step: takes the mean gradient of the samples {@code order[first],
   * order[first + 1], ...}.
   *
   * @param order numbers of samples, not modified
   * @return as {@link #step}
   */
  public double gradient(int[] order, int first) {
    for (int i = 0; i < pass.samples(); i++) {
      pass.load(samples, order[first + i], i);
    }
    return pass.trainingLossAndGradient() / pass.samples();
  }

  /** ‖g‖ of the gradient that was taken last, without the L2 term; before it is gone along. */
  public double gradientNorm() {
    return network.gradient().array().norm2Number().doubleValue();
  }

  /** v of the momentum, a fresh array, shape [d]; [0] without momentum. */
  public double[] velocity() {
    if (size.momentum() == 0) {
      return new double[0];
    }
    double[] velocity = new double[network.parameterCount()];
    network.direction().read(velocity);
    return velocity;
  }

  /** Goes on with a velocity: [d], or [0] for none. Not modified. */
  public void setVelocity(double[] velocity) {
    if (size.momentum() != 0) {
      // Training takes no products with the Hessian, so their direction's place is free.
      network.direction().write(Arrays.copyOf(velocity, network.parameterCount()));
    }
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
   * @param momentum μ, 0 to below 1
   */
  public record StepSize(double learningRate, double lambda, double momentum) {

    /** Without momentum. */
    public StepSize(double learningRate, double lambda) {
      this(learningRate, lambda, 0);
    }
  }
}
