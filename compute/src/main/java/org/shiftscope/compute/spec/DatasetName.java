package org.shiftscope.compute.spec;

/**
 * The datasets that Shiftscope reads. Each sample is height × width × channels numbers in [0, 1]
 * and one of 10 classes.
 */
public enum DatasetName implements Named {
  /** The 1,797 handwritten digits of the UCI repository, shipped with Shiftscope. */
  DIGITS("UCI digits", 1_347, 450, 8, 8, 1),
  /** Zalando's articles, 28 × 28, from IDX files. */
  FASHION_MNIST("Fashion-MNIST", 60_000, 10_000, 28, 28, 1),
  /** Handwritten digits, 28 × 28, from IDX files. */
  MNIST("MNIST", 60_000, 10_000, 28, 28, 1),
  /** Photographs, 32 × 32 in colour, from the official binary files. */
  CIFAR_10("CIFAR-10", 50_000, 10_000, 32, 32, 3);

  private final String title;
  private final int trainSamples;
  private final int testSamples;
  private final int height;
  private final int width;
  private final int channels;

  DatasetName(
      String title, int trainSamples, int testSamples, int height, int width, int channels) {
    this.title = title;
    this.trainSamples = trainSamples;
    this.testSamples = testSamples;
    this.height = height;
    this.width = width;
    this.channels = channels;
  }

  @Override
  public String title() {
    return title;
  }

  /** Samples in the official train split. */
  public int trainSamples() {
    return trainSamples;
  }

  /** Samples in the official test split. */
  public int testSamples() {
    return testSamples;
  }

  /** Pixels. */
  public int height() {
    return height;
  }

  /** Pixels. */
  public int width() {
    return width;
  }

  /** Numbers for each pixel. */
  public int channels() {
    return channels;
  }

  /** Whether its images have the shape of another's. */
  boolean hasImagesOf(DatasetName other) {
    return height == other.height && width == other.width && channels == other.channels;
  }

  /** Numbers in a sample: height · width · channels. */
  public int sampleSize() {
    return height * width * channels;
  }

  /** Classes, for all datasets so far. */
  public int classes() {
    return 10;
  }
}
