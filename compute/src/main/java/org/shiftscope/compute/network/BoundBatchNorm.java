package org.shiftscope.compute.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Allocate;
import org.shiftscope.compute.network.kernel.Operations;

/**
 * {@link BatchNorm} on its arrays. What there is one of for each channel is computed here, in
 * float64; what goes over all pixels is left to the operations.
 */
final class BoundBatchNorm implements Layer {

  private final int channels;
  private final LayerShape.Wires wires;
  private final Operations operations;
  private final RunningStatistics.Part running;
  private final double rows;

  private final double[] mean;
  private final double[] variance;

  /** 1 / √(σ² + ε). */
  private final double[] inverse;

  /** γ / √(σ² + ε): y = scale x + shift. */
  private final double[] scale;

  private final double[] shift;

  private final double[] gradientSum;
  private final double[] gradientTimesInput;

  /** x̄ = scale ȳ + back x + backShift. */
  private final double[] back;

  private final double[] backShift;

  private final Runnable measureBatch;
  private final Runnable normalise;
  private final Runnable sumGradient;
  private final Runnable scaleBack;
  private final Runnable addBack;
  private boolean ofBatch;

  BoundBatchNorm(int channels, LayerShape.Wires wires, Operations operations) {
    this.channels = channels;
    this.wires = wires;
    this.operations = operations;
    running = wires.statistics();
    rows = (double) wires.output().length() / channels;
    mean = new double[channels];
    variance = new double[channels];
    inverse = new double[channels];
    scale = new double[channels];
    shift = new double[channels];
    gradientSum = new double[channels];
    gradientTimesInput = new double[channels];
    back = new double[channels];
    backShift = new double[channels];
    INDArray input = wires.input();
    INDArray outputGradient = wires.outputGradient();
    INDArray inputGradient = wires.inputGradient().orElseThrow();
    Allocate allocate = wires.allocate();
    measureBatch = operations.channelMoments(input, mean, variance, allocate);
    normalise = operations.scaleChannels(input, scale, shift, wires.output(), allocate);
    sumGradient =
        operations.channelSums(outputGradient, input, gradientSum, gradientTimesInput, allocate);
    scaleBack = operations.scaleChannels(outputGradient, scale, backShift, inputGradient, allocate);
    addBack = operations.addScaledChannels(input, back, inputGradient, allocate);
  }

  @Override
  public void forward() {
    ofBatch = running.ofBatch();
    if (ofBatch) {
      measureBatch.run();
      moveRunning();
    } else {
      takeRunning();
    }
    for (int c = 0; c < channels; c++) {
      inverse[c] = 1 / Math.sqrt(variance[c] + BatchNorm.EPSILON);
      scale[c] = wires.parameters().getDouble(c) * inverse[c];
      shift[c] = wires.parameters().getDouble(channels + c) - mean[c] * scale[c];
    }
    normalise.run();
  }

  private void takeRunning() {
    for (int c = 0; c < channels; c++) {
      mean[c] = running.get(c);
      variance[c] = running.get(channels + c);
    }
  }

  /** As PyTorch: the running variance is of the unbiased ones. */
  private void moveRunning() {
    for (int c = 0; c < channels; c++) {
      move(c, mean[c]);
      move(channels + c, variance[c] * rows / (rows - 1));
    }
  }

  private void move(int statistic, double towards) {
    running.set(
        statistic,
        (1 - BatchNorm.MOMENTUM) * running.get(statistic) + BatchNorm.MOMENTUM * towards);
  }

  /**
   * γ̄ = Σ ȳ x̂ and β̄ = Σ ȳ. By the running statistics x̄ = γ ȳ / √(σ² + ε); by the minibatch's,
   * which depend on x, that less its mean and less x̂ times the mean of ȳ x̂.
   */
  @Override
  public void backward() {
    sumGradient.run();
    for (int c = 0; c < channels; c++) {
      double gammaGradient = (gradientTimesInput[c] - mean[c] * gradientSum[c]) * inverse[c];
      wires.gradient().putScalar(c, gammaGradient);
      wires.gradient().putScalar(channels + c, gradientSum[c]);
      back[c] = ofBatch ? -scale[c] * inverse[c] * gammaGradient / rows : 0;
      backShift[c] = ofBatch ? -scale[c] * gradientSum[c] / rows - mean[c] * back[c] : 0;
    }
    scaleBack.run();
    if (ofBatch) {
      addBack.run();
    }
  }

  /**
   * By the running statistics, with v and w the directions of γ and β: R{y} = γ R{x} / √(σ² + ε) +
   * v x̂ + w; R{x̄} = (γ R{ȳ} + v ȳ) / √(σ² + ε); R{γ̄} = Σ R{ȳ} x̂ + Σ ȳ R{x} / √(σ² + ε); R{β̄} =
   * Σ R{ȳ}.
   */
  @Override
  public Tangent tangent(LayerShape.TangentWires tangents) {
    INDArray inputTangent = tangents.input().orElseThrow();
    INDArray inputGradient = tangents.inputGradient().orElseThrow();
    Allocate allocate = tangents.allocate();
    double[] turn = new double[channels]; // v / √(σ² + ε)
    double[] turnShift = new double[channels];
    double[] none = new double[channels];
    double[] sum = new double[channels];
    double[] timesInput = new double[channels];
    double[] timesTangent = new double[channels];
    Runnable scaleTangent =
        operations.scaleChannels(inputTangent, scale, turnShift, tangents.output(), allocate);
    Runnable addInput =
        operations.addScaledChannels(wires.input(), turn, tangents.output(), allocate);
    Runnable scaleBackTangent =
        operations.scaleChannels(tangents.outputGradient(), scale, none, inputGradient, allocate);
    Runnable addGradient =
        operations.addScaledChannels(wires.outputGradient(), turn, inputGradient, allocate);
    Runnable sumTangent =
        operations.channelSums(tangents.outputGradient(), wires.input(), sum, timesInput, allocate);
    Runnable sumInputTangent =
        operations.channelSums(
            wires.outputGradient(), inputTangent, new double[channels], timesTangent, allocate);
    return new Tangent() {
      @Override
      public void forward() {
        requireRunning();
        for (int c = 0; c < channels; c++) {
          turn[c] = tangents.direction().getDouble(c) * inverse[c];
          turnShift[c] = tangents.direction().getDouble(channels + c) - mean[c] * turn[c];
        }
        scaleTangent.run();
        addInput.run();
      }

      @Override
      public void backward() {
        scaleBackTangent.run();
        addGradient.run();
        sumTangent.run();
        sumInputTangent.run();
        for (int c = 0; c < channels; c++) {
          double ofGamma = timesInput[c] - mean[c] * sum[c] + timesTangent[c];
          tangents.gradient().putScalar(c, ofGamma * inverse[c]);
          tangents.gradient().putScalar(channels + c, sum[c]);
        }
      }
    };
  }

  private void requireRunning() {
    if (ofBatch) {
      throw new IllegalStateException("No tangent of a layer that normalises by its minibatch.");
    }
  }
}
