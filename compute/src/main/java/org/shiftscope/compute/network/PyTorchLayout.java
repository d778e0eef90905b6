package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/**
 * The parameters of a network as PyTorch has them: {@code layers.<i>.weight} and {@code
 * layers.<i>.bias}, i the layer's place in the network from 0, activations and poolings counted. In
 * a residual block, {@code layers.<i>.body.<j>} and {@code layers.<i>.shortcut.<j>}.
 *
 * <ul>
 *   <li>{@code Linear}: weight [units, inputs], where ours is [inputs, units].
 *   <li>{@code Conv2d}: weight [filters, inputs, height, width], where ours is [height, width,
 *       inputs, filters].
 *   <li>{@code BatchNorm2d}: weight γ and bias β, and the buffers running_mean and running_var.
 *   <li>Images are channels-first there and channels-last here, so the inputs of a dense layer that
 *       sees an image change their order too: ours is (y, x, channel), PyTorch's {@code flatten}
 *       gives (channel, y, x).
 * </ul>
 */
public final class PyTorchLayout {

  private final double[] point;
  private final List<NamedArray> arrays = new ArrayList<>();
  private int offset;
  private int statistic;

  private PyTorchLayout(double[] point, int parameters) {
    this.point = point;
    statistic = parameters;
  }

  /**
   * Lays parameters out.
   *
   * @param point θ, then the running statistics as {@link Network#pack} packs them, shape [d + b],
   *     not modified
   */
  public static List<NamedArray> of(NetworkSpec spec, DatasetName images, double[] point) {
    var layout = new PyTorchLayout(point, Network.parameterCount(spec, images));
    long[] seen = {images.height(), images.width(), images.channels()};
    layout.addAll("layers.", Blueprint.of(spec, images), seen);
    return List.copyOf(layout.arrays);
  }

  /**
   * Lays one point out, or several.
   *
   * @param points as {@link #of} takes one, one after the other, shape [n (d + b)], not modified
   * @return those of one as they are; of several, each array with n as its first dimension
   */
  public static List<NamedArray> ofAll(NetworkSpec spec, DatasetName images, double[] points) {
    int size = Network.parameterCount(spec, images) + Network.statisticCount(spec, images);
    int count = points.length / size;
    if (count == 1) {
      return of(spec, images, points);
    }
    List<List<NamedArray>> each =
        IntStream.range(0, count)
            .mapToObj(i -> of(spec, images, Arrays.copyOfRange(points, i * size, (i + 1) * size)))
            .toList();
    return IntStream.range(0, each.getFirst().size())
        .mapToObj(array -> stack(each.stream().map(arrays -> arrays.get(array)).toList()))
        .toList();
  }

  private static NamedArray stack(List<NamedArray> arrays) {
    NamedArray first = arrays.getFirst();
    return new NamedArray(
        first.name(),
        Stream.concat(Stream.of(arrays.size()), first.shape().stream()).toList(),
        arrays.stream().flatMapToDouble(array -> Arrays.stream(array.values())).toArray());
  }

  /** Layers one after the other. {@code seen}: the shape that the first of them sees. */
  private void addAll(String prefix, List<LayerShape> layers, long[] seen) {
    for (int i = 0; i < layers.size(); i++) {
      add(prefix + i + ".", layers.get(i), seen);
      seen = layers.get(i).outputShape();
    }
  }

  private void add(String prefix, LayerShape layer, long[] seen) {
    switch (layer) {
      case Dense dense -> {
        add(prefix + "weight", List.of(dense.units(), dense.inputs()), linear(dense, seen));
        add(prefix + "bias", List.of(dense.units()), next(dense.units()));
      }
      case Convolution c -> {
        add(
            prefix + "weight",
            List.of(c.filters(), c.inputs(), c.kernel(), c.kernel()),
            convolution(c));
        add(prefix + "bias", List.of(c.filters()), next(c.filters()));
      }
      case BatchNorm norm -> {
        List<Integer> shape = List.of(norm.channels());
        add(prefix + "weight", shape, next(norm.channels()));
        add(prefix + "bias", shape, next(norm.channels()));
        add(prefix + "running_mean", shape, nextStatistics(norm.channels()));
        add(prefix + "running_var", shape, nextStatistics(norm.channels()));
      }
      case Residual block -> {
        addAll(prefix + "body.", block.body(), seen);
        addAll(prefix + "shortcut.", block.shortcut(), seen);
      }
      case Elementwise _, MaxPool _, GlobalAveragePool _ -> {}
    }
  }

  private double[] linear(Dense dense, long[] seen) {
    double[] ours = next(dense.inputs() * dense.units());
    double[] theirs = new double[ours.length];
    int channels = seen.length == 3 ? (int) seen[2] : 1;
    int pixels = dense.inputs() / channels;
    for (int pixel = 0; pixel < pixels; pixel++) {
      for (int channel = 0; channel < channels; channel++) {
        for (int unit = 0; unit < dense.units(); unit++) {
          theirs[unit * dense.inputs() + channel * pixels + pixel] =
              ours[(pixel * channels + channel) * dense.units() + unit];
        }
      }
    }
    return theirs;
  }

  private double[] convolution(Convolution c) {
    double[] ours = next(c.fanIn() * c.filters());
    double[] theirs = new double[ours.length];
    int place = c.kernel() * c.kernel();
    for (int at = 0; at < place; at++) {
      for (int input = 0; input < c.inputs(); input++) {
        for (int filter = 0; filter < c.filters(); filter++) {
          theirs[(filter * c.inputs() + input) * place + at] =
              ours[(at * c.inputs() + input) * c.filters() + filter];
        }
      }
    }
    return theirs;
  }

  private double[] nextStatistics(int count) {
    statistic += count;
    return Arrays.copyOfRange(point, statistic - count, statistic);
  }

  private double[] next(int count) {
    double[] values = Arrays.copyOfRange(point, offset, offset + count);
    offset += count;
    return values;
  }

  private void add(String name, List<Integer> shape, double[] values) {
    arrays.add(new NamedArray(name, shape, values));
  }
}
