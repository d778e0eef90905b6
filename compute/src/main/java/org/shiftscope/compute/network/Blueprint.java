package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/** The layers of a network, from its spec and the images that it sees. */
final class Blueprint {

  private static final int POOL = 0;
  private static final List<Integer> VGG_9 =
      List.of(64, 64, POOL, 128, 128, POOL, 256, 256, 256, POOL);
  private static final List<Integer> VGG_16 =
      List.of(
          64, 64, POOL, 128, 128, POOL, 256, 256, 256, POOL, 512, 512, 512, POOL, 512, 512, 512,
          POOL);

  private final List<LayerShape> layers = new ArrayList<>();

  private Blueprint() {}

  static List<LayerShape> of(NetworkSpec spec, DatasetName images) {
    Blueprint blueprint = new Blueprint();
    switch (spec) {
      case NetworkSpec.Mlp mlp ->
          blueprint.dense(mlp, images.sampleSize(), mlp.hidden(), images.classes());
      case NetworkSpec.Cnn cnn -> blueprint.convolutions(cnn, images);
      case NetworkSpec.Vgg9 vgg -> blueprint.vgg(vgg, VGG_9, vgg.batchNorm(), List.of(256), images);
      case NetworkSpec.Vgg16 vgg -> blueprint.vgg(vgg, VGG_16, false, List.of(512, 512), images);
      case NetworkSpec.ResNet10 resnet -> blueprint.resnet(resnet, images);
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
      activateAndPool(cnn.activation(), new long[] {height, width, filters});
      height /= 2;
      width /= 2;
      channels = filters;
    }
    dense(cnn, height * width * channels, cnn.dense(), images.classes());
  }

  /** 3 × 3 convolutions and pooling as listed, then dense layers. */
  private void vgg(
      NetworkSpec spec,
      List<Integer> channelsOrPool,
      boolean batchNorm,
      List<Integer> head,
      DatasetName images) {
    long[] shape = {images.height(), images.width(), images.channels()};
    for (int i = 0; i < channelsOrPool.size(); i++) {
      if (channelsOrPool.get(i) == POOL) {
        continue;
      }
      shape = add(convolution(shape, spec.scaled(channelsOrPool.get(i)), 3, 1));
      if (batchNorm) {
        add(new BatchNorm((int) shape[0], (int) shape[1], (int) shape[2]));
      }
      if (channelsOrPool.get(i + 1) == POOL) {
        shape = activateAndPool(spec.activation(), shape);
      } else {
        add(new Elementwise(spec.activation(), shape));
      }
    }
    dense(spec, (int) (shape[0] * shape[1] * shape[2]), head, images.classes());
  }

  /**
   * An activation, then pooling. ReLU keeps the order of numbers, so that it may as well follow:
   * what comes out is the same, and a quarter as many numbers pass through it.
   */
  private long[] activateAndPool(Activation activation, long[] shape) {
    LayerShape pool = new MaxPool((int) shape[0], (int) shape[1], (int) shape[2]);
    if (activation == Activation.RELU) {
      add(pool);
      return add(new Elementwise(activation, pool.outputShape()));
    }
    add(new Elementwise(activation, shape));
    return add(pool);
  }

  /** A stem, a stage of one block for each number of channels, the mean over the image, dense. */
  private void resnet(NetworkSpec spec, DatasetName images) {
    long[] shape = {images.height(), images.width(), images.channels()};
    shape = add(convolution(shape, spec.scaled(64), 3, 1));
    add(new Elementwise(spec.activation(), shape));
    int stride = 1;
    for (int channels : List.of(64, 128, 256, 512)) {
      shape = add(basicBlock(spec, shape, spec.scaled(channels), stride));
      add(new Elementwise(spec.activation(), shape));
      stride = 2;
    }
    add(new GlobalAveragePool((int) shape[0], (int) shape[1], (int) shape[2]));
    dense(spec, (int) shape[2], List.of(), images.classes());
  }

  /** conv – activation – conv, plus the input, projected where the shape changes. */
  private static Residual basicBlock(NetworkSpec spec, long[] input, int channels, int stride) {
    Convolution first = convolution(input, channels, 3, stride);
    long[] middle = first.outputShape();
    Convolution second = convolution(middle, channels, 3, 1);
    boolean projected = stride != 1 || input[2] != channels;
    return new Residual(
        List.of(first, new Elementwise(spec.activation(), middle), second),
        projected ? List.of(convolution(input, channels, 1, stride)) : List.of());
  }

  private static Convolution convolution(long[] input, int filters, int kernel, int stride) {
    return new Convolution((int) input[0], (int) input[1], (int) input[2], filters, kernel, stride);
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

  /** The shape that comes out. */
  private long[] add(LayerShape layer) {
    layers.add(layer);
    return layer.outputShape();
  }
}
