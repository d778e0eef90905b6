package org.shiftscope.compute.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/**
 * A network on the device: one flat vector of parameters θ, shape [d], and one flat gradient, of
 * which the layers' weights are views. Not safe for use by several threads; close it to give its
 * memory back.
 */
public final class Network implements AutoCloseable {

  private final List<LayerShape> layers;
  private final Precision precision;
  private final Runnable betweenLayers;
  private final int sampleSize;
  private final int classes;
  private final Buffer parameters;
  private final Buffer gradient;
  private final Buffer direction;
  private final Buffer gradientTangent;
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
    Cpu.start();
    this.betweenLayers = betweenLayers;
    layers = Blueprint.of(spec, images);
    this.precision = precision;
    sampleSize = images.sampleSize();
    classes = images.classes();
    parameters = new Buffer(precision, parameterCount(layers));
    gradient = new Buffer(precision, parameterCount(layers));
    direction = new Buffer(precision, parameterCount(layers));
    gradientTangent = new Buffer(precision, parameterCount(layers));
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
   * for each layer its output, the output's gradient and at most one more of its size.
   */
  public static long activationCount(NetworkSpec spec, DatasetName images) {
    long count = images.sampleSize();
    for (LayerShape layer : Blueprint.of(spec, images)) {
      long size = 1;
      for (long dimension : layer.outputShape()) {
        size *= dimension;
      }
      count += 3 * size;
    }
    return count;
  }

  /**
   * He's initialisation (He et al. 2015): weights from N(0, 2 / fan-in), biases 0. For tanh it is
   * larger than usual, yet still trains.
   *
   * @param streams the run's streams; {@code initialisation} is split off
   * @return θ, shape [d]
   */
  public double[] initialise(RandomStreams streams) {
    double[] theta = new double[parameterCount()];
    int offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      LayerShape layer = layers.get(i);
      RandomGenerator random = streams.split("initialisation").split(i).generator();
      int weights = layer.parameterCount() - layer.biasCount();
      double deviation = Math.sqrt(2.0 / Math.max(1, layer.fanIn()));
      for (int j = 0; j < weights; j++) {
        theta[offset + j] = deviation * random.nextGaussian();
      }
      offset += layer.parameterCount();
    }
    return theta;
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

  /** The network bound to a number of samples, made when first asked for. */
  Pass pass(int samples) {
    return passes.computeIfAbsent(samples, count -> new Pass(this, count));
  }

  private static int parameterCount(List<LayerShape> layers) {
    return layers.stream().mapToInt(LayerShape::parameterCount).sum();
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
