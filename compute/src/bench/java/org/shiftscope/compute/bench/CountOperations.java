package org.shiftscope.compute.bench;

import java.util.List;
import org.shiftscope.compute.spec.DatasetName;

/** Counts the floating-point operations of the products of a network for one image. */
final class CountOperations {

  private double height;
  private double width;
  private double channels;
  private double multiplyAdds;
  private double ofFirstLayer;

  CountOperations(DatasetName images) {
    height = images.height();
    width = images.width();
    channels = images.channels();
  }

  /**
   * Two for each multiply-add: forward, for the weights' gradient, and for the input's gradient but
   * in the first layer.
   *
   * @param words the network in {@link PeerWords}
   */
  double ofStep(List<String> words) {
    for (String word : words) {
      count(word.split(":", -1));
    }
    return 2 * (3 * multiplyAdds - ofFirstLayer);
  }

  private void count(String[] word) {
    switch (word[0]) {
      case "conv" -> convolution(Double.parseDouble(word[1]), Double.parseDouble(word[2]), 1);
      case "block" -> block(Double.parseDouble(word[1]), Double.parseDouble(word[2]));
      case "pool" -> {
        height = Math.floor(height / 2);
        width = Math.floor(width / 2);
      }
      case "mean" -> {
        height = 1;
        width = 1;
      }
      case "dense" -> {
        double units = Double.parseDouble(word[1]);
        add(height * width * channels * units);
        height = 1;
        width = 1;
        channels = units;
      }
      default -> {}
    }
  }

  private void convolution(double filters, double kernel, double stride) {
    height = Math.ceil(height / stride);
    width = Math.ceil(width / stride);
    add(height * width * kernel * kernel * channels * filters);
    channels = filters;
  }

  private void block(double filters, double stride) {
    boolean projected = stride != 1 || channels != filters;
    double inputs = channels;
    convolution(filters, 3, stride);
    convolution(filters, 3, 1);
    if (projected) {
      add(height * width * inputs * filters);
    }
  }

  private void add(double layer) {
    ofFirstLayer = multiplyAdds == 0 ? layer : ofFirstLayer;
    multiplyAdds += layer;
  }
}
