package org.shiftscope.peer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** SGD on random images, as a user of libtorch writes it. */
final class Training {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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
      long processor = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < steps; i++) {
        loss = step(sgd);
      }
      return Libtorch.times(
          System.nanoTime() - start, THREADS.getCurrentThreadCpuTime() - processor, loss);
    }
  }

  /**
   * Full-data gradients, each followed by a short step, on the first images.
   *
   * @param count how many of the images
   */
  String descend(int count, int gradients) {
    Tensor x = images.narrow(0, 0, count);
    Tensor y = classes.narrow(0, 0, count);
    double loss = 0;
    try (SGD sgd = new SGD(network.parameters(), new SGDOptions(1e-4))) {
      long start = System.nanoTime();
      long processor = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < gradients; i++) {
        loss = descend(sgd, x, y);
      }
      return Libtorch.times(
          System.nanoTime() - start, THREADS.getCurrentThreadCpuTime() - processor, loss);
    }
  }

  private double descend(SGD sgd, Tensor x, Tensor y) {
    try (PointerScope scope = new PointerScope()) {
      sgd.zero_grad();
      Tensor loss = torch.cross_entropy_loss(network.forward(x), y);
      loss.backward();
      sgd.step();
      return loss.item_double();
    }
  }

  /** Losses and accuracies on the first images, without gradients. */
  String evaluate(int count, int points) {
    Tensor x = images.narrow(0, 0, count);
    Tensor y = classes.narrow(0, 0, count);
    double loss = 0;
    long start = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < points; i++) {
      try (PointerScope scope = new PointerScope();
          NoGradGuard guard = new NoGradGuard()) {
        Tensor logits = network.forward(x);
        loss = torch.cross_entropy_loss(logits, y).item_double();
        logits.argmax(new LongOptional(1), false).eq(y).sum().item_double();
      }
    }
    return Libtorch.times(
        System.nanoTime() - start, THREADS.getCurrentThreadCpuTime() - processor, loss);
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
