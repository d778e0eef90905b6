package org.shiftscope.peer;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** SGD on random images, as a user of libtorch writes it. */
final class Training {

  private final Network network;
  private final int batch;
  private final long samples;
  private final Tensor images;
  private final Tensor classes;
  private Tensor order;
  private long next;

  private Training(Network network, int batch, long samples, long[] image) {
    this.network = network;
    this.batch = batch;
    this.samples = samples;
    images = torch.rand(samples, image[2], image[0], image[1]);
    classes = torch.randint(10, new long[] {samples}).to(torch.ScalarType.Long);
    order = torch.randperm(samples);
  }

  /** {@code open NAME BATCH SAMPLES HEIGHT WIDTH CHANNELS LAYER...} */
  static Training parse(String[] command) {
    long[] image = {
      Long.parseLong(command[4]), Long.parseLong(command[5]), Long.parseLong(command[6])
    };
    List<String> layers = Arrays.asList(command).subList(7, command.length);
    return new Training(
        new Network(image[0], image[1], image[2], layers),
        Integer.parseInt(command[2]),
        Long.parseLong(command[3]),
        image);
  }

  long parameterCount() {
    return network.parameterCount();
  }

  String run(int steps, double learningRate, double lambda) {
    SGDOptions options = new SGDOptions(learningRate);
    options.weight_decay().put(lambda);
    double loss = 0;
    try (SGD sgd = new SGD(network.parameters(), options)) {
      long start = System.nanoTime();
      for (int i = 0; i < steps; i++) {
        loss = step(sgd);
      }
      return Libtorch.seconds(System.nanoTime() - start, loss);
    }
  }

  private double step(SGD sgd) {
    if (next + batch > samples) {
      order.close();
      order = torch.randperm(samples);
      next = 0;
    }
    // Gives the tensors of the step back at once, not when the garbage collector comes.
    try (PointerScope scope = new PointerScope()) {
      Tensor index = order.narrow(0, next, batch);
      next += batch;
      Tensor x = images.index_select(0, index);
      Tensor y = classes.index_select(0, index);
      sgd.zero_grad();
      Tensor loss = torch.cross_entropy_loss(network.forward(x), y);
      loss.backward();
      sgd.step();
      return loss.item_double();
    }
  }
}
