package org.shiftscope.peer;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A network of libtorch's operations, from words: {@code dense:UNITS}, {@code conv:FILTERS:KERNEL}
 * (stride 1, the image keeps its size), {@code pool} (2 × 2 maximum), {@code mean} (over the
 * image), {@code block:FILTERS:STRIDE:ACTIVATION} (two 3 × 3 convolutions beside the input,
 * projected where its shape changes), {@code relu}, {@code tanh}, {@code gelu}. Activations run in
 * place where autograd allows it, which is the faster way.
 */
final class Network {

  private final List<Layer> layers = new ArrayList<>();
  private final TensorVector parameters = new TensorVector();
  private long height;
  private long width;
  private long channels;
  private long units;

  /** Channels first, as libtorch has it. */
  Network(long height, long width, long channels, List<String> words) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    words.forEach(word -> layers.add(layer(word.split(":"))));
  }

  Tensor forward(Tensor images) {
    Tensor x = images;
    for (Layer layer : layers) {
      x = layer.forward(x);
    }
    return x;
  }

  TensorVector parameters() {
    return parameters;
  }

  long parameterCount() {
    long count = 0;
    for (long i = 0; i < parameters.size(); i++) {
      count += parameters.get(i).numel();
    }
    return count;
  }

  private Layer layer(String[] word) {
    return switch (word[0]) {
      case "dense" -> dense(Long.parseLong(word[1]));
      case "conv" -> convolution(Long.parseLong(word[1]), Long.parseLong(word[2]), 1);
      case "block" -> block(Long.parseLong(word[1]), Long.parseLong(word[2]), word[3]);
      case "pool" -> pool();
      case "mean" -> mean();
      case "relu" -> torch::relu_;
      case "tanh" -> torch::tanh;
      case "gelu" -> torch::gelu;
      default -> throw new IllegalArgumentException(word[0]);
    };
  }

  private Layer dense(long outputs) {
    boolean flatten = units == 0;
    long inputs = flatten ? height * width * channels : units;
    units = outputs;
    Tensor weights = parameter(inputs, outputs, inputs);
    TensorOptional bias = new TensorOptional(zeros(outputs));
    return x -> torch.linear(flatten ? x.flatten(1, -1) : x, weights, bias);
  }

  private Layer convolution(long filters, long kernel, long stride) {
    Tensor weights = parameter(channels * kernel * kernel, filters, channels, kernel, kernel);
    TensorOptional bias = new TensorOptional(zeros(filters));
    channels = filters;
    height = (height + stride - 1) / stride;
    width = (width + stride - 1) / stride;
    long[] one = {1, 1};
    long[] strides = {stride, stride};
    long[] padding = {kernel / 2, kernel / 2};
    return x -> torch.conv2d(x, weights, bias, strides, padding, one, 1);
  }

  private Layer block(long filters, long stride, String activation) {
    boolean projected = stride != 1 || channels != filters;
    long inputs = channels;
    long before = height;
    Layer first = convolution(filters, 3, stride);
    Layer between = layer(new String[] {activation});
    Layer second = convolution(filters, 3, 1);
    if (!projected) {
      return x -> second.forward(between.forward(first.forward(x))).add_(x);
    }
    channels = inputs;
    height = before;
    width = before;
    Layer projection = convolution(filters, 1, stride);
    return x -> second.forward(between.forward(first.forward(x))).add_(projection.forward(x));
  }

  private Layer mean() {
    height = 1;
    width = 1;
    return x -> torch.adaptive_avg_pool2d(x, 1, 1);
  }

  private Layer pool() {
    height /= 2;
    width /= 2;
    return x -> torch.max_pool2d(x, 2, 2);
  }

  /** He's initialisation. */
  private Tensor parameter(long fanIn, long... shape) {
    Tensor tensor = torch.randn(shape).mul_(new Scalar(Math.sqrt(2.0 / fanIn)));
    return register(tensor);
  }

  private Tensor zeros(long... shape) {
    return register(torch.zeros(shape));
  }

  private Tensor register(Tensor tensor) {
    tensor.set_requires_grad(true);
    parameters.push_back(tensor);
    return tensor;
  }

  /** A layer bound to its parameters. */
  private interface Layer {
    Tensor forward(Tensor x);
  }
}
