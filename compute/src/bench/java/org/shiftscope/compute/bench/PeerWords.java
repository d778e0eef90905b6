package org.shiftscope.compute.bench;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/** A network in the words of the other side, written a second time from docs/networks.md. */
final class PeerWords {

  private static final List<List<Integer>> VGG_9 =
      List.of(List.of(64, 64), List.of(128, 128), List.of(256, 256, 256));
  private static final List<List<Integer>> VGG_16 =
      List.of(
          List.of(64, 64),
          List.of(128, 128),
          List.of(256, 256, 256),
          List.of(512, 512, 512),
          List.of(512, 512, 512));

  private final NetworkSpec network;
  private final DatasetName images;
  private final String activation;
  private final List<String> words = new ArrayList<>();

  PeerWords(NetworkSpec network, DatasetName images) {
    this.network = network;
    this.images = images;
    activation = network.activation().id();
  }

  List<String> words() {
    switch (network) {
      case NetworkSpec.Mlp mlp -> dense(mlp.hidden());
      case NetworkSpec.Cnn cnn -> {
        cnn.filters().forEach(filters -> stage(List.of(filters), cnn.kernel()));
        dense(cnn.dense());
      }
      case NetworkSpec.Vgg9 vgg -> {
        if (vgg.batchNorm()) {
          throw new IllegalArgumentException("libtorch's side has no batch norm");
        }
        VGG_9.forEach(stage -> stage(stage, 3));
        dense(List.of(256));
      }
      case NetworkSpec.Vgg16 vgg -> {
        VGG_16.forEach(stage -> stage(stage, 3));
        dense(List.of(512, 512));
      }
      case NetworkSpec.ResNet10 resnet -> blocks();
    }
    words.add("dense:" + images.classes());
    return List.copyOf(words);
  }

  private void blocks() {
    convolution(64, 3);
    int stride = 1;
    for (int channels : List.of(64, 128, 256, 512)) {
      words.add("block:" + network.scaled(channels) + ":" + stride + ":" + activation);
      words.add(activation);
      stride = 2;
    }
    words.add("mean");
  }

  private void stage(List<Integer> convolutions, int kernel) {
    convolutions.forEach(filters -> convolution(filters, kernel));
    words.add("pool");
  }

  private void convolution(int filters, int kernel) {
    words.add("conv:" + network.scaled(filters) + ":" + kernel);
    words.add(activation);
  }

  private void dense(List<Integer> hidden) {
    for (int units : hidden) {
      words.add("dense:" + network.scaled(units));
      words.add(activation);
    }
  }
}
