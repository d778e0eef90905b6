package org.shiftscope.compute.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.kernel.Buffer;
import org.shiftscope.compute.network.kernel.Operations;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.NetworkSpec;

/**
 * A network on the device: one flat vector of parameters θ, shape [d], and one flat gradient, of
 * which the layers' weights are views; beside them the running statistics of its batch norms, which
 * start at means of 0 and variances of 1. Not safe for use by several threads; close it to give its
 * memory back.
 */
public final class Network implements AutoCloseable {

  /** Bytes of activations. */
  private static final long BUDGET = 128L << 20;

  /** Networks are as fast with 64 as with 256, and with more slower. */
  private static final int MOST_AT_ONCE = 256;

  private final List<LayerShape> layers;
  private final Initialisation initialisation;
  private final Precision precision;
  private final Runnable betweenLayers;
  private final int microBatch;
  private final Operations operations;
  private final int sampleSize;
  private final int classes;
  private final Buffer parameters;
  private final Buffer gradient;
  private final Buffer direction;
  private final Buffer gradientTangent;
  private final RunningStatistics statistics;
  private final Map<Integer, Pass> passes = new HashMap<>();

  /** A network that cannot be stopped inside a step. */
  public Network(NetworkSpec spec, DatasetName images, Precision precision) {
    this(spec, images, precision, () -> {});
  }

  /**
   * A network that can be stopped inside a step: one of a large network takes seconds.
   *
   * @param betweenLayers called before each layer of each pass, so it must be fast; may throw, and
   *     then the network's gradient is spoilt
   */
  public Network(
      NetworkSpec spec, DatasetName images, Precision precision, Runnable betweenLayers) {
    this(spec, images, precision, betweenLayers, Operations.here());
  }

  Network(
      NetworkSpec spec,
      DatasetName images,
      Precision precision,
      Runnable betweenLayers,
      Operations operations) {
    this.operations = operations;
    this.betweenLayers = betweenLayers;
    layers = Blueprint.of(spec, images);
    initialisation = spec.initialisation();
    this.precision = precision;
    microBatch = microBatch(spec, images, precision);
    sampleSize = images.sampleSize();
    classes = images.classes();
    parameters = operations.buffer(precision.type(), parameterCount(layers));
    gradient = operations.buffer(precision.type(), parameterCount(layers));
    direction = operations.buffer(precision.type(), parameterCount(layers));
    gradientTangent = operations.buffer(precision.type(), parameterCount(layers));
    statistics = new RunningStatistics(layers, precision);
  }

  /** Number of parameters d. */
  public int parameterCount() {
    return parameterCount(layers);
  }

  /** Number of parameters d of a network that need not be built. */
  public static int parameterCount(NetworkSpec spec, DatasetName images) {
    return parameterCount(Blueprint.of(spec, images));
  }

  /**
   * Numbers kept for each sample while gradients are taken, beside the parameters: the input, and
   * for each layer its output, the output's gradient and what else it needs, at most of the same
   * size (twice that for GELU).
   */
  public static long activationCount(NetworkSpec spec, DatasetName images) {
    long count = images.sampleSize();
    int arrays = spec.activation() == Activation.GELU ? 4 : 3;
    for (LayerShape layer : Blueprint.of(spec, images)) {
      for (LayerShape part : layer.parts()) {
        long size = 1;
        for (long dimension : part.outputShape()) {
          size *= dimension;
        }
        count += arrays * size;
      }
    }
    return count;
  }

  /**
   * Samples that go through a network at once where a whole data set does: as many as keep the
   * arrays of {@link #activationCount} within 128 MiB, at most 256. It depends on the network
   * alone, since the last bits of every sum over a data set depend on it.
   */
  public static int microBatch(NetworkSpec spec, DatasetName images, Precision precision) {
    long bytes = activationCount(spec, images) * precision.bytes();
    return (int) Math.clamp(BUDGET / bytes, 1, MOST_AT_ONCE);
  }

  /** Samples that go through this network at once. */
  int microBatch() {
    return microBatch;
  }

  /**
   * Weights and biases before training, by the network's {@link Initialisation}.
   *
   * @param streams the run's streams; {@code initialisation} is split off
   * @return θ, shape [d]
   */
  public double[] initialise(RandomStreams streams) {
    return new DrawWeights(initialisation, streams.split("initialisation"))
        .draw(layers.stream().flatMap(layer -> layer.parts().stream()).toList());
  }

  /** Number of running statistics b: 0 without batch norm. */
  public static int statisticCount(NetworkSpec spec, DatasetName images) {
    return RunningStatistics.initial(Blueprint.of(spec, images)).length;
  }

  /**
   * The running statistics of the batch norms, which SGD moves and everything else goes by: a fresh
   * array, shape [b].
   */
  public double[] statistics() {
    return statistics.numbers();
  }

  /** Sets the running statistics. {@code numbers}: shape [b], not modified. */
  public void setStatistics(double[] numbers) {
    statistics.write(numbers);
  }

  /**
   * A point as it is kept: θ, then the running statistics as they are now.
   *
   * @param theta shape [d], not modified
   * @return a fresh array, shape [d + b]
   */
  public double[] pack(double[] theta) {
    return DoubleStream.concat(DoubleStream.of(theta), DoubleStream.of(statistics.numbers()))
        .toArray();
  }

  /**
   * Takes a point up that {@link #pack} packed: sets the running statistics.
   *
   * @param point shape [d + b], not modified
   * @return θ, a fresh array, shape [d]
   */
  public double[] unpack(double[] point) {
    statistics.write(Arrays.copyOfRange(point, parameterCount(), point.length));
    return Arrays.copyOf(point, parameterCount());
  }

  RunningStatistics runningStatistics() {
    return statistics;
  }

  Precision precision() {
    return precision;
  }

  List<LayerShape> layers() {
    return layers;
  }

  int sampleSize() {
    return sampleSize;
  }

  int classes() {
    return classes;
  }

  Buffer parameters() {
    return parameters;
  }

  Buffer gradient() {
    return gradient;
  }

  Operations operations() {
    return operations;
  }

  Runnable betweenLayers() {
    return betweenLayers;
  }

  /** v of a Hessian-vector product. */
  Buffer direction() {
    return direction;
  }

  /** H v of the last product. */
  Buffer gradientTangent() {
    return gradientTangent;
  }

  /**
   * What comes out for an image all of whose numbers are 1.
   *
   * @param theta shape [d], not modified
   * @return a fresh array, shape [classes]
   */
  public double[] outputsOfOnes(double[] theta) {
    float[] ones = new float[sampleSize];
    Arrays.fill(ones, 1);
    parameters.write(theta);
    Pass pass = pass(1);
    pass.loadFrom(new Samples(ones, new byte[1]), 0);
    return pass.outputs();
  }

  /** The network bound to a number of samples, made when first asked for. */
  Pass pass(int samples) {
    return passes.computeIfAbsent(samples, count -> new Pass(this, count));
  }

  private static int parameterCount(List<LayerShape> layers) {
    return Math.toIntExact(layers.stream().mapToLong(LayerShape::parameterCount).sum());
  }

  @Override
  public void close() {
    for (Pass pass : passes.values()) {
      pass.close();
    }
    passes.clear();
    parameters.close();
    gradient.close();
    direction.close();
    gradientTangent.close();
  }
}
