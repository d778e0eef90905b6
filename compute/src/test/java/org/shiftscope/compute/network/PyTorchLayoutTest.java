package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/** The exported arrays, in a plain channels-first network as PyTorch computes it, give the loss. */
class PyTorchLayoutTest {

  private static final int SAMPLES = 5;

  @ParameterizedTest
  @EnumSource(
      value = DatasetName.class,
      names = {"DIGITS", "CIFAR_10"}) // one channel, and three
  void theLossIsTheSame(DatasetName images) {
    check(new NetworkSpec.Mlp(List.of(), Activation.TANH, 1), images);
    check(new NetworkSpec.Mlp(List.of(7, 5), Activation.TANH, 1), images);
    check(new NetworkSpec.Cnn(List.of(3, 2), 3, List.of(6), Activation.TANH, 1), images);
    check(new NetworkSpec.Cnn(List.of(4), 5, List.of(), Activation.TANH, 1), images);
  }

  private static void check(NetworkSpec spec, DatasetName images) {
    RandomGenerator random = RandomStreams.of(5).generator();
    float[] features = new float[SAMPLES * images.sampleSize()];
    byte[] classes = new byte[SAMPLES];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat();
    }
    for (int i = 0; i < SAMPLES; i++) {
      classes[i] = (byte) random.nextInt(images.classes());
    }
    try (Network network = new Network(spec, images, Precision.DOUBLE)) {
      double[] theta = new double[network.parameterCount()];
      for (int i = 0; i < theta.length; i++) {
        theta[i] = random.nextGaussian() / 10; // biases, too, which start at 0
      }
      double expected =
          new DatasetLoss(network, new Samples(features, classes), 0).evaluate(theta).loss();
      var torch = new ChannelsFirst(spec, PyTorchLayout.of(spec, images, theta));
      double sum = 0;
      for (int i = 0; i < SAMPLES; i++) {
        sum += torch.loss(channelsFirst(features, i, images), classes[i]);
      }
      assertThat(sum / SAMPLES).isCloseTo(expected, within(1e-12));
    }
  }

  /** [channel][y][x] of a sample. */
  private static double[][][] channelsFirst(float[] features, int sample, DatasetName images) {
    double[][][] image = new double[images.channels()][images.height()][images.width()];
    int next = sample * images.sampleSize();
    for (int y = 0; y < images.height(); y++) {
      for (int x = 0; x < images.width(); x++) {
        for (int channel = 0; channel < images.channels(); channel++) {
          image[channel][y][x] = features[next++];
        }
      }
    }
    return image;
  }

  /** The slow, plain way, one sample at a time. */
  private static final class ChannelsFirst {

    private final NetworkSpec spec;
    private final Map<String, NamedArray> arrays = new HashMap<>();

    ChannelsFirst(NetworkSpec spec, List<NamedArray> arrays) {
      this.spec = spec;
      arrays.forEach(array -> this.arrays.put(array.name(), array));
    }

    private NamedArray array(int layer, String name) {
      return Objects.requireNonNull(arrays.get("layers." + layer + "." + name));
    }

    double loss(double[][][] image, int label) {
      int layer = 0;
      if (spec instanceof NetworkSpec.Cnn cnn) {
        for (int i = 0; i < cnn.filters().size(); i++, layer += 3) {
          image = pool(convolve(image, layer));
        }
      }
      double[] x = flatten(image);
      while (true) {
        x = linear(x, layer);
        layer += 2;
        if (!arrays.containsKey("layers." + layer + ".weight")) {
          break;
        }
        for (int i = 0; i < x.length; i++) {
          x[i] = Math.tanh(x[i]);
        }
      }
      double sum = 0;
      for (double logit : x) {
        sum += Math.exp(logit);
      }
      return Math.log(sum) - x[label];
    }

    private double[][][] convolve(double[][][] image, int layer) {
      NamedArray weight = array(layer, "weight");
      NamedArray bias = array(layer, "bias");
      int kernel = weight.shape().get(2);
      int half = kernel / 2;
      assertThat(weight.shape())
          .containsExactly(bias.shape().getFirst(), image.length, kernel, kernel);
      double[][][] out = new double[bias.values().length][image[0].length][image[0][0].length];
      for (int filter = 0; filter < out.length; filter++) {
        for (int y = 0; y < out[0].length; y++) {
          for (int x = 0; x < out[0][0].length; x++) {
            double sum = bias.values()[filter];
            for (int input = 0; input < image.length; input++) {
              for (int i = 0; i < kernel; i++) {
                for (int j = 0; j < kernel; j++) {
                  int fromY = y + i - half;
                  int fromX = x + j - half;
                  if (fromY >= 0
                      && fromY < out[0].length
                      && fromX >= 0
                      && fromX < out[0][0].length) {
                    int at = ((filter * image.length + input) * kernel + i) * kernel + j;
                    sum += weight.values()[at] * image[input][fromY][fromX];
                  }
                }
              }
            }
            out[filter][y][x] = Math.tanh(sum);
          }
        }
      }
      return out;
    }

    private static double[][][] pool(double[][][] image) {
      double[][][] out = new double[image.length][image[0].length / 2][image[0][0].length / 2];
      for (int c = 0; c < out.length; c++) {
        for (int y = 0; y < out[0].length; y++) {
          for (int x = 0; x < out[0][0].length; x++) {
            double[][] square = image[c];
            out[c][y][x] =
                Math.max(
                    Math.max(square[2 * y][2 * x], square[2 * y][2 * x + 1]),
                    Math.max(square[2 * y + 1][2 * x], square[2 * y + 1][2 * x + 1]));
          }
        }
      }
      return out;
    }

    private static double[] flatten(double[][][] image) {
      double[] flat = new double[image.length * image[0].length * image[0][0].length];
      int next = 0;
      for (double[][] channel : image) {
        for (double[] row : channel) {
          for (double value : row) {
            flat[next++] = value;
          }
        }
      }
      return flat;
    }

    private double[] linear(double[] x, int layer) {
      NamedArray weight = array(layer, "weight");
      double[] out = array(layer, "bias").values().clone();
      assertThat(weight.shape()).containsExactly(out.length, x.length);
      for (int unit = 0; unit < out.length; unit++) {
        for (int i = 0; i < x.length; i++) {
          out[unit] += weight.values()[unit * x.length + i] * x[i];
        }
      }
      return out;
    }
  }
}
