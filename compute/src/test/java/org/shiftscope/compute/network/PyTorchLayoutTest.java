package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Initialisation;
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
    check(new NetworkSpec.Vgg9(Activation.TANH, 0.03, Initialisation.HE), images);
    check(new NetworkSpec.Vgg9(true, Activation.TANH, 0.03, Initialisation.HE), images);
    check(new NetworkSpec.ResNet10(Activation.TANH, 0.03, Initialisation.HE), images);
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
      double[] statistics =
          DoubleStream.generate(() -> random.nextDouble() + 0.1)
              .limit(Network.statisticCount(spec, images))
              .toArray();
      network.setStatistics(statistics);
      double expected =
          new DatasetLoss(network, new Samples(features, classes), 0).evaluate(theta).loss();
      var torch = new ChannelsFirst(spec, PyTorchLayout.of(spec, images, network.pack(theta)));
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

    private NamedArray array(String layer, String name) {
      return Objects.requireNonNull(arrays.get(layer + "." + name));
    }

    private boolean has(String layer) {
      return arrays.containsKey(layer + ".weight");
    }

    double loss(double[][][] image, int label) {
      double[] logits =
          switch (spec) {
            case NetworkSpec.Mlp mlp -> dense(image, 0);
            case NetworkSpec.Cnn cnn ->
                convolutions(image, cnn.filters().stream().flatMap(i -> Stream.of(1, 0)).toList());
            case NetworkSpec.Vgg9 vgg -> convolutions(image, List.of(1, 1, 0, 1, 1, 0, 1, 1, 1, 0));
            case NetworkSpec.Vgg16 vgg -> throw new UnsupportedOperationException();
            case NetworkSpec.ResNet10 resnet -> residual(image);
          };
      double sum = 0;
      for (double logit : logits) {
        sum += Math.exp(logit);
      }
      return Math.log(sum) - logits[label];
    }

    /** A convolution and tanh for each 1, pooling for each 0, then dense layers. */
    private double[] convolutions(double[][][] image, List<Integer> plan) {
      int layer = 0;
      for (int step : plan) {
        if (step == 1) {
          image = convolve(image, "layers." + layer++, 1);
          if (arrays.containsKey("layers." + layer + ".running_mean")) {
            image = normalise(image, "layers." + layer++);
          }
          image = tanh(image);
          layer++;
        } else {
          image = pool(image);
          layer++;
        }
      }
      return dense(image, layer);
    }

    private double[] residual(double[][][] image) {
      image = tanh(convolve(image, "layers.0", 1));
      for (int block = 2; block <= 8; block += 2) {
        String name = "layers." + block;
        int stride = block == 2 ? 1 : 2;
        double[][][] body =
            convolve(tanh(convolve(image, name + ".body.0", stride)), name + ".body.2", 1);
        double[][][] shortcut =
            has(name + ".shortcut.0") ? convolve(image, name + ".shortcut.0", stride) : image;
        image = tanh(each(body, (at, c, y, x) -> at + shortcut[c][y][x]));
      }
      double[][][] last = image;
      double[][][] means = new double[last.length][1][1];
      for (int c = 0; c < last.length; c++) {
        means[c][0][0] =
            Stream.of(last[c]).flatMapToDouble(DoubleStream::of).average().orElseThrow();
      }
      return dense(means, 11);
    }

    /** Dense layers with tanh between them. */
    private double[] dense(double[][][] image, int layer) {
      double[] x = linear(flatten(image), "layers." + layer);
      for (int next = layer + 2; has("layers." + next); next += 2) {
        x = linear(DoubleStream.of(x).map(Math::tanh).toArray(), "layers." + next);
      }
      return x;
    }

    private static double[][][] tanh(double[][][] image) {
      return each(image, (at, c, y, x) -> Math.tanh(at));
    }

    private static double[][][] each(double[][][] image, Each function) {
      double[][][] out = new double[image.length][image[0].length][image[0][0].length];
      for (int c = 0; c < out.length; c++) {
        for (int y = 0; y < out[0].length; y++) {
          for (int x = 0; x < out[0][0].length; x++) {
            out[c][y][x] = function.of(image[c][y][x], c, y, x);
          }
        }
      }
      return out;
    }

    /** What becomes of a pixel. */
    private interface Each {
      double of(double at, int channel, int y, int x);
    }

    private double[][][] normalise(double[][][] image, String layer) {
      double[] gamma = array(layer, "weight").values();
      double[] beta = array(layer, "bias").values();
      double[] mean = array(layer, "running_mean").values();
      double[] variance = array(layer, "running_var").values();
      return each(
          image,
          (at, c, y, x) -> gamma[c] * (at - mean[c]) / Math.sqrt(variance[c] + 1e-5) + beta[c]);
    }

    private double[][][] convolve(double[][][] image, String layer, int stride) {
      NamedArray weight = array(layer, "weight");
      NamedArray bias = array(layer, "bias");
      int height = image[0].length;
      int width = image[0][0].length;
      int kernel = weight.shape().get(2);
      int half = kernel / 2;
      assertThat(weight.shape())
          .containsExactly(bias.shape().getFirst(), image.length, kernel, kernel);
      double[][][] out =
          new double[bias.values().length][(height + stride - 1) / stride]
              [(width + stride - 1) / stride];
      for (int filter = 0; filter < out.length; filter++) {
        for (int y = 0; y < out[0].length; y++) {
          for (int x = 0; x < out[0][0].length; x++) {
            double sum = bias.values()[filter];
            for (int input = 0; input < image.length; input++) {
              for (int i = 0; i < kernel; i++) {
                for (int j = 0; j < kernel; j++) {
                  int fromY = y * stride + i - half;
                  int fromX = x * stride + j - half;
                  if (fromY >= 0 && fromY < height && fromX >= 0 && fromX < width) {
                    int at = ((filter * image.length + input) * kernel + i) * kernel + j;
                    sum += weight.values()[at] * image[input][fromY][fromX];
                  }
                }
              }
            }
            out[filter][y][x] = sum;
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

    private double[] linear(double[] x, String layer) {
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
