package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.kernel.Allocate;
import org.shiftscope.compute.network.kernel.Buffer;
import org.shiftscope.compute.network.kernel.Operations;

/**
 * A network bound to a number of samples: forward and backward over fixed arrays. Not safe for use
 * by several threads.
 */
final class Pass implements AutoCloseable {

  private final int samples;
  private final int sampleSize;
  private final byte[] labels;
  private final Buffer input;
  private final List<Layer> layers = new ArrayList<>();
  private final List<INDArray> arrays = new ArrayList<>();
  private final SoftmaxCrossEntropy loss;
  private final Network network;
  private final Buffer firstOutput;
  private final Map<String, INDArray> scratch = new HashMap<>();
  private @Nullable TangentPass tangent;
  private @Nullable FirstLayer firstLayer;

  Pass(Network network, int samples) {
    this.network = network;
    this.samples = samples;
    sampleSize = network.sampleSize();
    labels = new byte[samples];
    Precision precision = network.precision();
    input = buffer(precision, new long[] {sampleSize});
    Buffer output = input;
    Buffer outputGradient = input;
    Buffer outputOfFirst = input;
    long offset = 0;
    RunningStatistics.Part statistics = network.runningStatistics().from(0);
    for (LayerShape shape : network.layers()) {
      Buffer next = buffer(precision, shape.outputShape());
      Buffer nextGradient = buffer(precision, shape.outputShape());
      boolean first = layers.isEmpty();
      LayerShape.Wires bound =
          new LayerShape.Wires(
              output.array(),
              first ? Optional.empty() : Optional.of(outputGradient.array()),
              next.array(),
              nextGradient.array(),
              part(network.parameters().array(), offset, shape.parameterCount()),
              part(network.gradient().array(), offset, shape.parameterCount()),
              statistics,
              new OfThisPass());
      layers.add(shape.bind(bound, network.operations()));
      outputOfFirst = first ? next : outputOfFirst;
      output = next;
      outputGradient = nextGradient;
      offset += shape.parameterCount();
      statistics = statistics.from(shape.initialStatistics().length);
    }
    firstOutput = outputOfFirst;
    loss = new SoftmaxCrossEntropy(output, outputGradient, network.classes());
  }

  int samples() {
    return samples;
  }

  /** Puts a sample into a place of the batch. */
  void load(Samples from, int sample, int place) {
    write(from, sample, place, 1);
    labels[place] = from.classes()[sample];
  }

  /** Puts successive samples into the batch. */
  void loadFrom(Samples from, int firstSample) {
    write(from, firstSample, 0, samples);
    System.arraycopy(from.classes(), firstSample, labels, 0, samples);
  }

  private void write(Samples from, int first, int place, int count) {
    input.write(
        from.features(),
        from.levels(),
        first * sampleSize,
        (long) place * sampleSize,
        count * sampleSize);
  }

  /** Sum of the losses of the loaded samples, without the L2 term. */
  double loss() {
    forward();
    return loss.loss(labels, samples);
  }

  /** What comes out for the loaded samples: a fresh array, shape [samples · classes]. */
  double[] outputs() {
    forward();
    return loss.logits();
  }

  /** Number of the samples of the last forward pass that were classified right. */
  int correct() {
    return loss.correct(labels, samples);
  }

  /**
   * As {@link #loss}, and overwrites the network's gradient with that of the mean loss, without the
   * L2 term.
   */
  double lossAndGradient() {
    forward();
    double sum = loss.lossAndGradient(labels, samples);
    backward();
    return sum;
  }

  /**
   * Overwrites the network's gradient with (1/n) Σ_i g_i (g_iᵀ v) over the n loaded samples,
   * without the L2 term; v is the network's direction.
   */
  void gradientWeighedByOverlap() {
    lossAndGradient();
    tangent().forward();
    loss.weighByOverlap(tangent().logits(), samples);
    backward();
  }

  /**
   * As {@link #lossAndGradient}, but batch norms go by the statistics of the loaded samples, and
   * move the running ones.
   */
  double trainingLossAndGradient() {
    network.runningStatistics().setOfBatch(true);
    try {
      return lossAndGradient();
    } finally {
      network.runningStatistics().setOfBatch(false);
    }
  }

  /**
   * Overwrites the network's gradient, and its gradient's tangent with H v for the mean loss of the
   * loaded samples, without the L2 term; v is the network's direction. About three gradients' work.
   */
  void hessianTimesDirection() {
    lossAndGradient();
    hessianTimesNextDirection();
  }

  /** The same for another direction, after {@link #lossAndGradient} of the loaded samples. */
  void hessianTimesNextDirection() {
    tangent().run(loss, samples);
  }

  private TangentPass tangent() {
    TangentPass made = tangent;
    if (made == null) {
      made = new TangentPass(network, layers, this::buffer, new OfThisPass());
      tangent = made;
    }
    return made;
  }

  /**
   * The first layer's output at two points of the parameters, for samples that are loaded; see
   * {@link #loss(FirstLayer, double)}.
   */
  FirstLayer firstLayer() {
    FirstLayer made = firstLayer;
    if (made == null) {
      long[] shape = network.layers().getFirst().outputShape();
      Precision precision = network.precision();
      made =
          new FirstLayer(
              this::forwardFirst,
              firstOutput.array(),
              buffer(precision, shape).array(),
              buffer(precision, shape).array(),
              network.operations());
      firstLayer = made;
    }
    return made;
  }

  /**
   * As {@link #loss()}, but with the first layer's output between those of two points; the network
   * holds the parameters of the other layers.
   */
  double loss(FirstLayer first, double alpha) {
    first.putBetween(alpha);
    forward(1);
    return loss.loss(labels, samples);
  }

  private void backward() {
    for (int i = layers.size() - 1; i >= 0; i--) {
      network.betweenLayers().run();
      layers.get(i).backward();
    }
  }

  private void forwardFirst() {
    input.send();
    network.betweenLayers().run();
    layers.getFirst().forward();
  }

  private void forward() {
    forwardFirst();
    forward(1);
  }

  private void forward(int from) {
    for (int i = from; i < layers.size(); i++) {
      network.betweenLayers().run();
      layers.get(i).forward();
    }
  }

  private Buffer buffer(Precision precision, long[] shape) {
    long[] dimensions = new long[shape.length + 1];
    dimensions[0] = samples;
    System.arraycopy(shape, 0, dimensions, 1, shape.length);
    Buffer buffer = network.operations().buffer(precision.type(), dimensions);
    arrays.add(buffer.array());
    return buffer;
  }

  private INDArray zeros(Precision precision, long... dimensions) {
    INDArray array = Nd4j.create(precision.type(), dimensions);
    arrays.add(array);
    return array;
  }

  /**
   * ND4J has no empty views: a layer without parameters gets the first number, and leaves it alone.
   */
  static INDArray part(INDArray vector, long offset, int count) {
    return count == 0 ? Operations.view(vector, 0, 1) : Operations.view(vector, offset, count);
  }

  private final class OfThisPass implements Allocate {

    @Override
    public INDArray zeros(long... shape) {
      return Pass.this.zeros(network.precision(), shape);
    }

    @Override
    public INDArray scratch(String purpose, long... shape) {
      return scratch.computeIfAbsent(purpose + Arrays.toString(shape), name -> zeros(shape));
    }
  }

  @Override
  public void close() {
    arrays.forEach(INDArray::close);
  }
}
