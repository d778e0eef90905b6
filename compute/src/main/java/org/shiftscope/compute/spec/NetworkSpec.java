package org.shiftscope.compute.spec;

import java.util.List;

/** The shape of a network. Its loss is softmax cross-entropy, the mean over samples. */
@ToldBy("name")
public sealed interface NetworkSpec {

  /** The dataset of the largest images: a network of a legal size there is legal everywhere. */
  DatasetName LARGEST = DatasetName.CIFAR_10;

  /** The least width multiplier. */
  double NARROWEST = 0.01;

  /** The largest. */
  double WIDEST = 8;

  /** The name in JSON. */
  default String name() {
    return Variants.idOf(getClass());
  }

  /**
   * Factor on the number of units of every hidden layer, so that a laptop runs the same shape: 0.01
   * to 8.
   */
  double width();

  /** What follows each hidden layer. */
  Activation activation();

  /** How the weights are drawn before training. */
  Initialisation initialisation();

  /**
   * How often the network halves its images: their sides must be divisible by 2 to this power, so
   * that no row of pixels is dropped. 0 where any image will do.
   */
  int halvings();

  /** How often its losses kink. */
  default Kinks kinks() {
    return switch (this) {
      case Mlp mlp -> reluIn(mlp.hidden()) ? Kinks.FEW : Kinks.NONE;
      case Cnn _, Vgg9 _ -> Kinks.MANY;
      case Vgg16 _ -> Kinks.DEEP_POOLING;
      case ResNet10 _ -> activation() == Activation.RELU ? Kinks.DEEP : Kinks.NONE;
    };
  }

  private boolean reluIn(List<Integer> hidden) {
    return activation() == Activation.RELU && !hidden.isEmpty();
  }

  /** Whether the network takes the images of a dataset. */
  default boolean takes(DatasetName images) {
    int divisor = 1 << halvings();
    return images.height() % divisor == 0 && images.width() % divisor == 0;
  }

  /** Units of a hidden layer after the width multiplier: rounded, at least 1. */
  default int scaled(int units) {
    return Math.toIntExact(Math.max(1, Math.round(units * width())));
  }

  /**
   * Dense layers. With no hidden layer it is softmax regression, which is convex.
   *
   * @param hidden units of each hidden layer before the width multiplier; at most 20 layers of 1 to
   *     10,000
   */
  @Id(Mlp.NAME)
  record Mlp(
      @Items(most = 20) @Within(least = 1, most = 10_000) List<Integer> hidden,
      @Default("relu") Activation activation,
      @Default("1") @Within(least = NARROWEST, most = WIDEST) double width,
      @Default("he") Initialisation initialisation)
      implements NetworkSpec {

    /** The name in JSON. */
    public static final String NAME = "mlp";

    public Mlp {
      hidden = List.copyOf(hidden);
      var problems = new Problems();
      checkUnits(problems, Mlp.class, "hidden", hidden);
      checkWidth(problems, width);
      problems.refuseIfAny();
      checkSize(problems, "hidden", denseParameters(LARGEST.sampleSize(), widened(hidden, width)));
      problems.refuseIfAny();
    }

    /** With He's initialisation. */
    public Mlp(List<Integer> hidden, Activation activation, double width) {
      this(hidden, activation, width, Initialisation.HE);
    }

    @Override
    public int halvings() {
      return 0;
    }
  }

  /**
   * Convolution, activation and 2 × 2 max-pooling for each entry of {@code filters}; then dense
   * layers. Convolutions keep the size of the image ("same" padding, stride 1).
   *
   * @param filters channels of each convolution before the width multiplier; 1 to 3 of them, 1 to
   *     1,024 each
   * @param kernel side of the square kernels: 1, 3, 5 or 7
   * @param dense units of each hidden dense layer before the width multiplier; at most 5 of 1 to
   *     10,000
   */
  @Id(Cnn.NAME)
  record Cnn(
      @Items(least = 1, most = 3) @Within(least = 1, most = 1_024) List<Integer> filters,
      @Default("5") int kernel,
      @Items(most = 5) @Within(least = 1, most = 10_000) List<Integer> dense,
      @Default("relu") Activation activation,
      @Default("1") @Within(least = NARROWEST, most = WIDEST) double width,
      @Default("he") Initialisation initialisation)
      implements NetworkSpec {

    /** The name in JSON. */
    public static final String NAME = "cnn";

    public Cnn {
      filters = List.copyOf(filters);
      dense = List.copyOf(dense);
      var problems = new Problems();
      // Three halvings are what the smallest images (8 × 8) can take.
      checkUnits(problems, Cnn.class, "filters", filters);
      problems.require(
          kernel == 1 || kernel == 3 || kernel == 5 || kernel == 7,
          "kernel",
          "must be 1, 3, 5 or 7",
          kernel);
      checkUnits(problems, Cnn.class, "dense", dense);
      checkWidth(problems, width);
      problems.refuseIfAny();
      List<Long> channels = widened(filters, width);
      long side = LARGEST.height() >> filters.size();
      checkSize(problems, "filters", convolutionParameters(kernel, channels));
      checkSize(
          problems,
          "dense",
          convolutionParameters(kernel, channels)
              + denseParameters(side * side * channels.getLast(), widened(dense, width)));
      problems.refuseIfAny();
    }

    /** With He's initialisation. */
    public Cnn(
        List<Integer> filters,
        int kernel,
        List<Integer> dense,
        Activation activation,
        double width) {
      this(filters, kernel, dense, activation, width, Initialisation.HE);
    }

    /** 0: its pooling drops odd rows, so it takes any image. */
    @Override
    public int halvings() {
      return 0;
    }
  }

  /**
   * Seven 3 × 3 convolutions of 64, 64, pool, 128, 128, pool, 256, 256, 256, pool channels, a dense
   * layer of 256 units and one of 10: the VGG-9 of Li et al. 2018 (arXiv 1712.09913), a cropped
   * VGG16. Images whose sides are multiples of 8. On CIFAR-10 at full width 2,786,890 parameters,
   * and 2,304 more with batch norm.
   *
   * @param batchNorm whether a batch norm stands between each convolution and its activation
   */
  @Id(Vgg9.NAME)
  record Vgg9(
      @Default("false") boolean batchNorm,
      @Default("relu") Activation activation,
      @Default("1") @Within(least = NARROWEST, most = WIDEST) double width,
      @Default("he") Initialisation initialisation)
      implements NetworkSpec {

    /** The name in JSON. */
    public static final String NAME = "vgg9";

    public Vgg9 {
      refuseWidth(width);
    }

    /** Without batch norm. */
    public Vgg9(Activation activation, double width, Initialisation initialisation) {
      this(false, activation, width, initialisation);
    }

    @Override
    public int halvings() {
      return 3;
    }
  }

  /**
   * Configuration D of Simonyan and Zisserman 2014 (arXiv 1409.1556, Table 1): thirteen 3 × 3
   * convolutions of 64, 64, pool, 128, 128, pool, 256, 256, 256, pool, 512, 512, 512, pool, 512,
   * 512, 512, pool channels, then three dense layers. Theirs have 4,096, 4,096 and 1,000 units for
   * ImageNet; on CIFAR-10 512, 512 and 10 are usual, which keeps the sixteen layers that the name
   * counts. No batch norm, no dropout. Images whose sides are multiples of 32. On CIFAR-10 at full
   * width 15,245,130 parameters.
   */
  @Id(Vgg16.NAME)
  record Vgg16(
      @Default("relu") Activation activation,
      @Default("1") @Within(least = NARROWEST, most = WIDEST) double width,
      @Default("he") Initialisation initialisation)
      implements NetworkSpec {

    /** The name in JSON. */
    public static final String NAME = "vgg16";

    public Vgg16 {
      refuseWidth(width);
    }

    @Override
    public int halvings() {
      return 5;
    }
  }

  /**
   * A residual network (He et al. 2016, arXiv 1512.03385) of a 3 × 3 stem of 64 channels and four
   * stages of one basic block each, of 64, 128, 256 and 512 channels; global average pooling and
   * one dense layer. The last three stages halve the image by stride 2, with a 1 × 1 convolution of
   * stride 2 on the shortcut, since the shape changes. Ten layers of weights beside those
   * projections. No batch norm, so every convolution has a bias. Images whose sides are multiples
   * of 8. On CIFAR-10 at full width 4,900,362 parameters.
   */
  @Id(ResNet10.NAME)
  record ResNet10(
      @Default("relu") Activation activation,
      @Default("1") @Within(least = NARROWEST, most = WIDEST) double width,
      @Default("he") Initialisation initialisation)
      implements NetworkSpec {

    /** The name in JSON. */
    public static final String NAME = "resnet10";

    public ResNet10 {
      refuseWidth(width);
    }

    @Override
    public int halvings() {
      return 3;
    }
  }

  /** Whatever takes them: more could not be counted by an array's index. */
  private static void checkSize(Problems problems, String field, long parameters) {
    problems.require(
        parameters <= Integer.MAX_VALUE,
        field,
        "must make at most "
            + Integer.MAX_VALUE
            + " parameters, with the width and on the largest images, 32 × 32 × 3",
        parameters);
  }

  private static List<Long> widened(List<Integer> units, double width) {
    return units.stream().map(unit -> Math.max(1, Math.round(unit * width))).toList();
  }

  /** Parameters of dense layers and of the last one to the classes. */
  private static long denseParameters(long inputs, List<Long> units) {
    long sum = 0;
    long from = inputs;
    for (long to : units) {
      sum += (from + 1) * to;
      from = to;
    }
    return sum + (from + 1) * LARGEST.classes();
  }

  /** Parameters of convolutions. */
  private static long convolutionParameters(int kernel, List<Long> channels) {
    long sum = 0;
    long from = LARGEST.channels();
    for (long to : channels) {
      sum += (from * kernel * kernel + 1) * to;
      from = to;
    }
    return sum;
  }

  private static void checkWidth(Problems problems, double width) {
    problems.number("width", width, NARROWEST, WIDEST);
  }

  private static void refuseWidth(double width) {
    var problems = new Problems();
    checkWidth(problems, width);
    problems.refuseIfAny();
  }

  private static void checkUnits(
      Problems problems, Class<? extends Record> record, String field, List<Integer> units) {
    Items items = RecordForm.of(record).component(field).items().orElseThrow();
    problems.items(
        record,
        field,
        field,
        units,
        "must list " + items.least() + " to " + items.most() + " layers");
    for (int i = 0; i < units.size(); i++) {
      problems.within(record, field, field + "[" + i + "]", units.get(i));
    }
  }
}
