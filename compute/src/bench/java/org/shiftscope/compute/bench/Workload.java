package org.shiftscope.compute.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/**
 * A network, its images and its batch: what both sides train.
 *
 * @param name without spaces
 * @param batch B
 * @param samples number of random images, shuffled in every epoch
 */
record Workload(String name, NetworkSpec network, DatasetName images, int batch, int samples) {

  static final double LEARNING_RATE = 0.01;
  static final double LAMBDA = 1e-5;

  /** The network in the words of the other side, from the images to the logits. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    String activation = network.activation().id();
    switch (network) {
      case NetworkSpec.Mlp mlp -> dense(words, mlp.hidden(), activation);
      case NetworkSpec.Cnn cnn -> {
        for (int filters : cnn.filters()) {
          words.addAll(
              List.of("conv:" + cnn.scaled(filters) + ":" + cnn.kernel(), activation, "pool"));
        }
        dense(words, cnn.dense(), activation);
      }
      case NetworkSpec.Vgg9 vgg -> throw noPeer(vgg);
      case NetworkSpec.Vgg16 vgg -> throw noPeer(vgg);
      case NetworkSpec.ResNet10 resnet -> throw noPeer(resnet);
    }
    words.add("dense:" + images.classes());
    return words;
  }

  private static IllegalArgumentException noPeer(NetworkSpec network) {
    return new IllegalArgumentException(
        "libtorch's side cannot build the " + network.name() + " yet");
  }

  private void dense(List<String> words, List<Integer> hidden, String activation) {
    for (int units : hidden) {
      words.addAll(List.of("dense:" + network.scaled(units), activation));
    }
  }

  /**
   * Floating-point operations of the products of a step: 2 for each multiply-add, forward, for the
   * weights' gradient, and for the input's gradient but in the first layer.
   */
  double flops() {
    double multiplyAdds = 0;
    double first = 0;
    double height = images.height();
    double width = images.width();
    double channels = images.channels();
    for (String word : words()) {
      String[] parts = word.split(":", -1);
      double layer = 0;
      switch (parts[0]) {
        case "conv" -> {
          double kernel = Double.parseDouble(parts[2]);
          double filters = Double.parseDouble(parts[1]);
          layer = height * width * kernel * kernel * channels * filters;
          channels = filters;
        }
        case "pool" -> {
          height = Math.floor(height / 2);
          width = Math.floor(width / 2);
        }
        case "dense" -> {
          double units = Double.parseDouble(parts[1]);
          layer = height * width * channels * units;
          height = 1;
          width = 1;
          channels = units;
        }
        default -> {}
      }
      first = first == 0 ? layer : first;
      multiplyAdds += layer;
    }
    return 2 * batch * (3 * multiplyAdds - first);
  }

  Samples randomSamples() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    float[] features = new float[samples * images.sampleSize()];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat();
    }
    byte[] classes = new byte[samples];
    for (int i = 0; i < samples; i++) {
      classes[i] = (byte) random.nextInt(images.classes());
    }
    return new Samples(features, classes);
  }
}
