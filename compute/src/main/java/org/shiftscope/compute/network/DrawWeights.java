package org.shiftscope.compute.network;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Initialisation;

/**
 * Draws the weights of each layer from its own stream, at the scale √(2 / fan-in); biases are 0,
 * and the factors of a layer that adds nothing up are 1.
 *
 * @param initialisation the distribution
 * @param streams one branch for each layer, by its number
 */
record DrawWeights(Initialisation initialisation, RandomStreams streams) {

  /** Standard deviations at which the truncated normal is cut off. */
  private static final double CUT = 2;

  /**
   * Standard deviation of N(0, 1) cut off at ±2: √(1 − 4 φ(2) / (2 Φ(2) − 1)), φ and Φ the standard
   * normal density and distribution function.
   */
  private static final double DEVIATION_WITHIN_CUT = 0.879_625_661_034_239_78;

  /** θ, shape [sum of the layers' parameters]: each layer's weights, then its biases. */
  double[] draw(List<LayerShape> layers) {
    double[] theta =
        new double[Math.toIntExact(layers.stream().mapToLong(LayerShape::parameterCount).sum())];
    int offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      LayerShape layer = layers.get(i);
      DoubleSupplier distribution = distribution(streams.split(i).generator());
      int weights = layer.parameterCount() - layer.biasCount();
      double deviation = Math.sqrt(2.0 / Math.max(1, layer.fanIn()));
      for (int j = 0; j < weights; j++) {
        theta[offset + j] = layer.fanIn() == 0 ? 1 : deviation * distribution.getAsDouble();
      }
      offset += layer.parameterCount();
    }
    return theta;
  }

  /** Of mean 0 and standard deviation 1. */
  private DoubleSupplier distribution(RandomGenerator random) {
    return switch (initialisation) {
      case HE -> random::nextGaussian;
      case TRUNCATED_NORMAL -> () -> withinCut(random) / DEVIATION_WITHIN_CUT;
    };
  }

  /** By rejection: 4.6 % are drawn again. */
  private static double withinCut(RandomGenerator random) {
    double value = random.nextGaussian();
    while (Math.abs(value) > CUT) {
      value = random.nextGaussian();
    }
    return value;
  }
}
