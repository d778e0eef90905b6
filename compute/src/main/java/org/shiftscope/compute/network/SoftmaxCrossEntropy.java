package org.shiftscope.compute.network;

import org.shiftscope.compute.network.kernel.Buffer;

/**
 * The loss of one sample: −log softmax(logits)[class], computed in Java and float64 whatever the
 * device and the layers' precision, since curvatures are differences of nearly equal losses.
 */
final class SoftmaxCrossEntropy {

  private final int classes;
  private final double[] exponentials;
  private final Buffer logitsOnDevice;
  private final Buffer gradientOnDevice;
  private final double[] logits;
  private final double[] gradient;

  /**
   * Works on logits [samples, classes] (not modified) and writes their gradient (the same shape).
   */
  SoftmaxCrossEntropy(Buffer logits, Buffer logitsGradient, int classes) {
    logitsOnDevice = logits;
    gradientOnDevice = logitsGradient;
    this.classes = classes;
    exponentials = new double[classes];
    this.logits = new double[Math.toIntExact(logits.array().length())];
    gradient = new double[this.logits.length];
  }

  /** The logits themselves: a fresh array, shape [samples · classes]. */
  double[] logits() {
    logitsOnDevice.read(logits);
    return logits.clone();
  }

  /** Sum of the losses of the samples. NaN or infinite where a logit is. */
  double loss(byte[] labels, int samples) {
    logitsOnDevice.read(logits);
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      sum += logPartition(i) - logits[i * classes + labels[i]];
    }
    return sum;
  }

  /** As {@link #loss}, and writes the gradient of the mean loss: (softmax − one-hot) / samples. */
  double lossAndGradient(byte[] labels, int samples) {
    logitsOnDevice.read(logits);
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      int row = i * classes;
      double logPartition = logPartition(i);
      double total = total();
      for (int k = 0; k < classes; k++) {
        double oneHot = k == labels[i] ? 1 : 0;
        gradient[row + k] = (exponentials[k] / total - oneHot) / samples;
      }
      sum += logPartition - logits[row + labels[i]];
    }
    gradientOnDevice.write(gradient);
    return sum;
  }

  /**
   * Writes R{gradient of the mean loss} from R{logits}: p ∘ (R{z} − pᵀR{z}) / samples, p of the
   * logits that the loss was last computed from.
   *
   * @param logitsTangent [samples, classes], not modified
   * @param gradientTangent the same shape, overwritten
   */
  void tangent(Buffer logitsTangent, Buffer gradientTangent, int samples) {
    double[] tangent = new double[logits.length];
    logitsTangent.read(tangent);
    for (int i = 0; i < samples; i++) {
      int row = i * classes;
      logPartition(i);
      double total = total();
      double mean = 0;
      for (int k = 0; k < classes; k++) {
        mean += exponentials[k] / total * tangent[row + k];
      }
      for (int k = 0; k < classes; k++) {
        double change = exponentials[k] / total * (tangent[row + k] - mean);
        tangent[row + k] = change / samples;
      }
    }
    gradientTangent.write(tangent);
  }

  /**
   * Multiplies the gradient that {@link #lossAndGradient} wrote, sample by sample, with the change
   * of the sample's loss along the parameters' direction: (p − one-hot)ᵀ R{z}.
   *
   * @param logitsTangent R{z}, [samples, classes], not modified
   */
  void weighByOverlap(Buffer logitsTangent, int samples) {
    double[] tangent = new double[logits.length];
    logitsTangent.read(tangent);
    for (int i = 0; i < samples; i++) {
      int row = i * classes;
      double overlap = 0;
      for (int k = row; k < row + classes; k++) {
        overlap += gradient[k] * samples * tangent[k];
      }
      for (int k = row; k < row + classes; k++) {
        gradient[k] *= overlap;
      }
    }
    gradientOnDevice.write(gradient);
  }

  /** Number of samples whose largest logit is their class's; of the last loss's logits. */
  int correct(byte[] labels, int samples) {
    int correct = 0;
    for (int i = 0; i < samples; i++) {
      correct += largest(i) == labels[i] ? 1 : 0;
    }
    return correct;
  }

  private int largest(int sample) {
    int row = sample * classes;
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (logits[row + k] > logits[row + best]) {
        best = k;
      }
    }
    return best;
  }

  /**
   * log Σ exp(logit), shifted by the largest so that nothing overflows; leaves exp(logit − largest)
   * in the scratch row.
   */
  private double logPartition(int sample) {
    int row = sample * classes;
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      largest = Math.max(largest, logits[row + k]);
    }
    for (int k = 0; k < classes; k++) {
      exponentials[k] = Math.exp(logits[row + k] - largest);
    }
    return largest + Math.log(total());
  }

  private double total() {
    double total = 0;
    for (double exponential : exponentials) {
      total += exponential;
    }
    return total;
  }
}
