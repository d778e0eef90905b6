package org.shiftscope.compute.network;

import java.util.Arrays;

/**
 * The loss of one sample: −log softmax(logits)[class], computed in float64 whatever the layers'
 * precision, since curvatures are differences of nearly equal losses.
 */
final class SoftmaxCrossEntropy {

  private final int classes;
  private final double[] exponentials;
  private final Buffer logits;
  private final Buffer logitsGradient;

  /**
   * Works on logits [samples, classes] (not modified) and writes their gradient (the same shape).
   */
  SoftmaxCrossEntropy(Buffer logits, Buffer logitsGradient, int classes) {
    this.logits = logits;
    this.logitsGradient = logitsGradient;
    this.classes = classes;
    exponentials = new double[classes];
  }

  /** Sum of the losses of the samples. NaN or infinite where a logit is. */
  double loss(byte[] labels, int samples) {
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      sum += logPartition(i) - logits.get((long) i * classes + labels[i]);
    }
    return sum;
  }

  /** As {@link #loss}, and writes the gradient of the mean loss: (softmax − one-hot) / samples. */
  double lossAndGradient(byte[] labels, int samples) {
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      long row = (long) i * classes;
      double logPartition = logPartition(i);
      double total = 0;
      for (double exponential : exponentials) {
        total += exponential;
      }
      for (int k = 0; k < classes; k++) {
        double oneHot = k == labels[i] ? 1 : 0;
        logitsGradient.set(row + k, (exponentials[k] / total - oneHot) / samples);
      }
      sum += logPartition - logits.get(row + labels[i]);
    }
    return sum;
  }

  /**
   * Writes R{gradient of the mean loss} from R{logits}: p ∘ (R{z} − pᵀR{z}) / samples.
   *
   * @param logitsTangent [samples, classes], not modified
   * @param gradientTangent the same shape, overwritten
   */
  void tangent(Buffer logitsTangent, Buffer gradientTangent, int samples) {
    for (int i = 0; i < samples; i++) {
      long row = (long) i * classes;
      logPartition(i);
      double total = Arrays.stream(exponentials).sum();
      double mean = 0;
      for (int k = 0; k < classes; k++) {
        mean += exponentials[k] / total * logitsTangent.get(row + k);
      }
      for (int k = 0; k < classes; k++) {
        double change = exponentials[k] / total * (logitsTangent.get(row + k) - mean);
        gradientTangent.set(row + k, change / samples);
      }
    }
  }

  /** Number of samples whose largest logit is their class's. */
  int correct(byte[] labels, int samples) {
    int correct = 0;
    for (int i = 0; i < samples; i++) {
      correct += largest(i) == labels[i] ? 1 : 0;
    }
    return correct;
  }

  private int largest(int sample) {
    long row = (long) sample * classes;
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (logits.get(row + k) > logits.get(row + best)) {
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
    long row = (long) sample * classes;
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      largest = Math.max(largest, logits.get(row + k));
    }
    for (int k = 0; k < classes; k++) {
      exponentials[k] = Math.exp(logits.get(row + k) - largest);
    }
    return largest + Math.log(Arrays.stream(exponentials).sum());
  }
}
