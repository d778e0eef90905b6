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
 * (stride 1, the image keeps its size), {@code pool} (2 × 2 maximum), {@code relu}, {@code tanh}.
 * Activations run in place where autograd allows it, which is the faster way.
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
      case "conv" -> convolution(Long.parseLong(word[1]), Long.parseLong(word[2]));
      case "pool" -> pool();
      case "relu" -> torch::relu_;
      case "tanh" -> torch::tanh;
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

  private Layer convolution(long filters, long kernel) {
    Tensor weights = parameter(channels * kernel * kernel, filters, channels, kernel, kernel);
    TensorOptional bias = new TensorOptional(zeros(filters));
    channels = filters;
    long[] one = {1, 1};
    long[] padding = {kernel / 2, kernel / 2};
    return x -> torch.conv2d(x, weights, bias, one, padding, one, 1);
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
