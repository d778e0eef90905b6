package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/**
 * The rescaling of a network's layers that leaves its function as it is (Dinh, Pascanu, Bengio and
 * Bengio 2017, arXiv 1703.04933, Section 4): of each pair of layers, the first with the second and
 * the third with the fourth, each channel that leaves the one is multiplied by some c > 0 and
 * divided by it where it enters the other; what lies between them commutes with that: ReLU,
 * max-pooling and means over the image.
 *
 * <ul>
 *   <li>In a residual network, channels between the two layers of a block alone are scaled: those
 *       between blocks go both through a block and beside it, into several layers.
 *   <li>A batch norm takes scaled channels by its running statistics: μ ↦ c μ, σ² + ε ↦ c² (σ² +
 *       ε), which is exact, ε included. The scale of the layer before it so drops out of the loss
 *       by itself. In SGD, where a batch norm goes by its minibatch, the same scale drops out but
 *       for ε. Its own γ and β are scaled like the weights of any layer.
 * </ul>
 */
public final class RescaledLayers {

  private static final double[] NOT_SCALED = {1};

  private final IntFunction<double[]> draw;
  private final List<double[]> parameters = new ArrayList<>();
  private final List<double[]> statistics = new ArrayList<>();
  private int scaled;

  private RescaledLayers(IntFunction<double[]> draw) {
    this.draw = draw;
  }

  /**
   * Scales all that can be scaled.
   *
   * @param draw the factors c of so many channels, above 0; asked for in the order of the layers
   */
  public static RescaledLayers of(
      NetworkSpec spec, DatasetName images, IntFunction<double[]> draw) {
    var layers = new RescaledLayers(draw);
    layers.chain(Blueprint.of(spec, images));
    return layers;
  }

  /** How many pairs of layers are scaled. */
  public int pairs() {
    return scaled;
  }

  /** φ_k / θ_k of each parameter, a fresh array, shape [d]. */
  public double[] factors() {
    return parameters.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /**
   * The running statistics with which the rescaled parameters have the same function.
   *
   * @param running shape [b], not modified
   * @return a fresh array, shape [b]
   */
  public double[] statistics(double[] running) {
    double[] mapped = running.clone();
    int first = 0;
    for (double[] c : statistics) {
      for (int i = 0; i < c.length; i++) {
        int variance = first + c.length + i;
        mapped[first + i] *= c[i];
        mapped[variance] =
            c[i] * c[i] * (running[variance] + BatchNorm.EPSILON) - BatchNorm.EPSILON;
      }
      first += 2 * c.length;
    }
    return mapped;
  }

  /** Layers one after another, which take and give channels that are not scaled. */
  private void chain(List<LayerShape> layers) {
    double[] in = NOT_SCALED;
    for (int i = 0; i < layers.size(); i++) {
      LayerShape layer = layers.get(i);
      if (layer instanceof Residual block) {
        chain(block.body());
        chain(block.shortcut());
      } else if (layer.parameterCount() > 0) {
        // The second of a pair is not the first of another: then most weights would stay as they
        // are.
        double[] out =
            in == NOT_SCALED ? out(layer, layers.subList(i + 1, layers.size())) : NOT_SCALED;
        scale(layer, in, out);
        in = out;
      }
    }
  }

  /** The factors of the channels that leave a layer: 1 where the next would not undo them. */
  private double[] out(LayerShape layer, List<LayerShape> after) {
    LayerShape next = after.stream().filter(each -> !commutes(each)).findFirst().orElse(layer);
    boolean undone = next != layer && !(next instanceof Residual) && next.parameterCount() > 0;
    if (!undone) {
      return NOT_SCALED;
    }
    scaled++;
    return draw.apply(layer.biasCount());
  }

  private static boolean commutes(LayerShape layer) {
    return switch (layer) {
      case Elementwise each -> each.activation() == Activation.RELU;
      case MaxPool _, GlobalAveragePool _ -> true;
      case BatchNorm _, Convolution _, Dense _, Residual _ -> false;
    };
  }

  private void scale(LayerShape layer, double[] in, double[] out) {
    double[] factors = new double[layer.parameterCount()];
    int units = layer.biasCount();
    boolean norm = layer instanceof BatchNorm;
    for (int k = 0; k < factors.length; k++) {
      // Weights are [..., inputs, units], then biases; an image's channels run fastest.
      double into = norm || k >= factors.length - units ? 1 : in[k / units % in.length];
      factors[k] = out[k % units % out.length] / into;
    }
    parameters.add(factors);
    if (norm) {
      double[] each = new double[units];
      Arrays.setAll(each, channel -> in[channel % in.length]);
      statistics.add(each);
    }
  }
}
