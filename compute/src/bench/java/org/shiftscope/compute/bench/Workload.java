package org.shiftscope.compute.bench;

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
    return new PeerWords(network, images).words();
  }

  /**
   * Floating-point operations of the products of a step: 2 for each multiply-add, forward, for the
   * weights' gradient, and for the input's gradient but in the first layer.
   */
  double flops() {
    return batch * new CountOperations(images).ofStep(words());
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
