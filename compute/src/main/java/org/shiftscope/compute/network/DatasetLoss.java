package org.shiftscope.compute.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.shiftscope.compute.data.Samples;

/**
 * The mean loss over all samples plus (λ/2)·‖θ‖²: L_tr or L_te. Samples go through in micro-batches
 * of {@link Network#microBatch()} samples, so that memory does not grow with the data set; sums
 * over micro-batches are float64, and the last one counts by its size. Batch norms go by the
 * network's running statistics, so it is a function of θ alone.
 */
public record DatasetLoss(Network network, Samples samples, double lambda)
    implements CurvedObjective {

  @Override
  public int dimension() {
    return network.parameterCount();
  }

  /** The number of samples, which a gradient goes through. */
  public int sampleCount() {
    return samples.count();
  }

  /**
   * Loss (with the L2 term) and accuracy (0 to 1) at a point. {@code theta}: shape [d], not
   * modified.
   */
  public Evaluation evaluate(double[] theta) {
    network.parameters().write(theta);
    double sum = 0;
    int correct = 0;
    for (int first = 0; first < samples.count(); first += network.microBatch()) {
      Pass pass = load(first);
      sum += pass.loss();
      correct += pass.correct();
    }
    return new Evaluation(sum / samples.count() + l2(theta), (double) correct / samples.count());
  }

  /** About 0.4 gradients. */
  @Override
  public double value(double[] theta) {
    return evaluate(theta).loss();
  }

  /**
   * This loss along a line through two points.
   *
   * @param from θ at α = 0, shape [d], not to be modified later
   * @param to θ at α = 1, shape [d], not to be modified later
   */
  public LineLoss along(double[] from, double[] to) {
    return new LineLoss(network, samples, lambda, from, to);
  }

  @Override
  public double valueAndGradient(double[] theta, double[] gradient) {
    network.parameters().write(theta);
    Arrays.setAll(gradient, i -> lambda * theta[i]);
    double sum = 0;
    for (int first = 0; first < samples.count(); first += network.microBatch()) {
      Pass pass = load(first);
      sum += pass.lossAndGradient();
      // The pass gives the gradient of its own mean.
      network.gradient().addTo(gradient, (double) pass.samples() / samples.count());
    }
    return sum / samples.count() + l2(theta);
  }

  /** Losses alone, in one pass over the samples: about a third of as many gradients. */
  @Override
  public double[] valuesBetween(double[] from, double[] to, double... alphas) {
    LineLoss line = along(from, to);
    double[] sums = new double[alphas.length];
    for (int batch = 0; batch < line.batches(); batch++) {
      line.load(batch);
      for (int i = 0; i < alphas.length; i++) {
        sums[i] += line.at(alphas[i]).loss();
      }
    }
    Arrays.setAll(sums, i -> line.whole(alphas[i], sums[i], 0).loss());
    return sums;
  }

  /** By the R-operator, one pass over the samples; costs about three gradients. */
  @Override
  public void hessianTimes(double[] theta, double[] v, double[] product) {
    network.parameters().write(theta);
    network.direction().write(v);
    Arrays.setAll(product, i -> lambda * v[i]);
    for (int first = 0; first < samples.count(); first += network.microBatch()) {
      Pass pass = load(first);
      pass.hessianTimesDirection();
      network.gradientTangent().addTo(product, (double) pass.samples() / samples.count());
    }
  }

  /**
   * Shares each micro-batch's forward and backward pass: 1 + 2 k gradients where 3 k are one by
   * one.
   */
  @Override
  public List<double[]> hessianTimes(double[] theta, List<double[]> vs) {
    network.parameters().write(theta);
    List<double[]> products = vs.stream().map(v -> scaled(lambda, v)).toList();
    for (int first = 0; first < samples.count(); first += network.microBatch()) {
      Pass pass = load(first);
      pass.lossAndGradient();
      for (int i = 0; i < vs.size(); i++) {
        network.direction().write(vs.get(i));
        pass.hessianTimesNextDirection();
        network.gradientTangent().addTo(products.get(i), (double) pass.samples() / samples.count());
      }
    }
    return products;
  }

  private static double[] scaled(double factor, double[] v) {
    return Arrays.stream(v).map(value -> factor * value).toArray();
  }

  /** The same without the L2 term. */
  public DatasetLoss withoutL2() {
    return new DatasetLoss(network, samples, 0);
  }

  /**
   * The same on some of its samples.
   *
   * @param chosen their numbers, from 0; not modified
   */
  public DatasetLoss on(int[] chosen) {
    return new DatasetLoss(network, samples.choose(chosen), lambda);
  }

  /**
   * (1/N) Σ_i g_i (g_iᵀ v) at a point, g_i the gradient of a sample's loss without the L2 term: the
   * overlaps g_iᵀ v of all samples by one forward pass of the R-operator, and then the gradient of
   * the losses weighed by them. About two full-data gradients.
   *
   * @param theta shape [d], not modified
   * @param v shape [d], not modified
   * @param product shape [d], overwritten
   */
  public void sampleGradientsTimes(double[] theta, double[] v, double[] product) {
    network.parameters().write(theta);
    network.direction().write(v);
    Arrays.fill(product, 0);
    for (int first = 0; first < samples.count(); first += network.microBatch()) {
      Pass pass = load(first);
      pass.gradientWeighedByOverlap();
      network.gradient().addTo(product, (double) pass.samples() / samples.count());
    }
  }

  /**
   * Takes the gradient of each sample's loss, with the L2 term, in the order of the samples.
   *
   * @param theta shape [d], not modified
   * @param first the first sample, from 0
   * @param listener hears each gradient, shape [d], in an array that is used again
   */
  public void eachSampleGradient(double[] theta, int first, Consumer<double[]> listener) {
    network.parameters().write(theta);
    Pass pass = network.pass(1);
    double[] gradient = new double[theta.length];
    for (int sample = first; sample < samples.count(); sample++) {
      pass.loadFrom(samples, sample);
      pass.lossAndGradient();
      Arrays.setAll(gradient, i -> lambda * theta[i]);
      network.gradient().addTo(gradient, 1);
      listener.accept(gradient);
    }
  }

  /**
   * Takes the gradients of the mean losses of chunks of samples, without the L2 term.
   *
   * @param theta shape [d], not modified
   * @param order the samples' numbers in the order in which they go through, shape [N], not
   *     modified
   * @param size samples of a chunk, at most a micro-batch; the last may be smaller
   * @param listener hears each
   */
  public void eachChunk(double[] theta, int[] order, int size, ChunkListener listener) {
    network.parameters().write(theta);
    double[] gradient = new double[theta.length];
    for (int first = 0; first < order.length; first += size) {
      Pass pass = network.pass(Math.min(size, order.length - first));
      for (int i = 0; i < pass.samples(); i++) {
        pass.load(samples, order[first + i], i);
      }
      double sum = pass.lossAndGradient();
      Arrays.fill(gradient, 0);
      network.gradient().addTo(gradient, 1);
      listener.hear(pass.samples(), sum, gradient);
    }
  }

  /** Samples that go through at once, at most. */
  public int microBatch() {
    return network.microBatch();
  }

  /** Hears of chunks of samples. */
  public interface ChunkListener {
    /**
     * Hears of one.
     *
     * @param samples how many it has
     * @param loss the sum of their losses
     * @param gradient of their mean loss, shape [d]; the array is used again
     */
    void hear(int samples, double loss, double[] gradient);
  }

  private Pass load(int first) {
    Pass pass = network.pass(Math.min(network.microBatch(), samples.count() - first));
    pass.loadFrom(samples, first);
    return pass;
  }

  /** The L2 term, (λ/2)·‖θ‖². {@code theta}: shape [d], not modified. */
  public double l2(double[] theta) {
    double squares = 0;
    for (double value : theta) {
      squares += value * value;
    }
    return lambda / 2 * squares;
  }

  /**
   * A loss and an accuracy.
   *
   * @param loss mean over samples, with the L2 term
   * @param accuracy share of samples classified right, 0 to 1
   */
  public record Evaluation(double loss, double accuracy) {}
}
