package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/** The layers of a network, from its spec and the images that it sees. */
final class Blueprint {

  private final List<LayerShape> layers = new ArrayList<>();

  private Blueprint() {}

  static List<LayerShape> of(NetworkSpec spec, DatasetName images) {
    Blueprint blueprint = new Blueprint();
    switch (spec) {
      case NetworkSpec.Mlp mlp ->
          blueprint.dense(mlp, images.sampleSize(), mlp.hidden(), images.classes());
      case NetworkSpec.Cnn cnn -> blueprint.convolutions(cnn, images);
    }
    return List.copyOf(blueprint.layers);
  }

  private void convolutions(NetworkSpec.Cnn cnn, DatasetName images) {
    int height = images.height();
    int width = images.width();
    int channels = images.channels();
    for (int units : cnn.filters()) {
      int filters = cnn.scaled(units);
      add(new Convolution(height, width, channels, filters, cnn.kernel()));
      add(new Elementwise(cnn.activation(), new long[] {height, width, filters}));
      add(new MaxPool(height, width, filters));
      height /= 2;
      width /= 2;
      channels = filters;
    }
    dense(cnn, height * width * channels, cnn.dense(), images.classes());
  }

  private void dense(NetworkSpec spec, int inputs, List<Integer> hidden, int classes) {
    int size = inputs;
    for (int units : hidden) {
      int scaled = spec.scaled(units);
      add(new Dense(size, scaled));
      add(new Elementwise(spec.activation(), new long[] {scaled}));
      size = scaled;
    }
    add(new Dense(size, classes));
  }

  private void add(LayerShape layer) {
    layers.add(layer);
  }
}
