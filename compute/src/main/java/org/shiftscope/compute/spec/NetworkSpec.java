package org.shiftscope.compute.spec;

import java.util.List;

/** The shape of a network. Its loss is softmax cross-entropy, the mean over samples. */
public sealed interface NetworkSpec {

  /** The name in JSON. */
  String name();

  /**
   * Factor on the number of units of every hidden layer, so that a laptop runs the same shape: 0.01
   * to 8.
   */
  double width();

  /** What follows each hidden layer. */
  Activation activation();

  /** Units of a hidden layer after the width multiplier: rounded, at least 1. */
  default int scaled(int units) {
    return Math.max(1, (int) Math.round(units * width()));
  }

  /**
   * Dense layers. With no hidden layer it is softmax regression, which is convex.
   *
   * @param hidden units of each hidden layer before the width multiplier; at most 20 layers of 1 to
   *     10,000
   */
  record Mlp(List<Integer> hidden, Activation activation, double width) implements NetworkSpec {

    /** The name in JSON. */
    public static final String NAME = "mlp";

    public Mlp {
      hidden = List.copyOf(hidden);
      var problems = new Problems();
      checkUnits(problems, "hidden", hidden, 0, 20, 10_000);
      problems.number("width", width, 0.01, 8);
      problems.refuseIfAny();
    }

    @Override
    public String name() {
      return NAME;
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
  record Cnn(
      List<Integer> filters, int kernel, List<Integer> dense, Activation activation, double width)
      implements NetworkSpec {

    /** The name in JSON. */
    public static final String NAME = "cnn";

    public Cnn {
      filters = List.copyOf(filters);
      dense = List.copyOf(dense);
      var problems = new Problems();
      // Three halvings are what the smallest images (8 × 8) can take.
      checkUnits(problems, "filters", filters, 1, 3, 1_024);
      problems.require(
          kernel == 1 || kernel == 3 || kernel == 5 || kernel == 7,
          "kernel",
          "must be 1, 3, 5 or 7",
          kernel);
      checkUnits(problems, "dense", dense, 0, 5, 10_000);
      problems.number("width", width, 0.01, 8);
      problems.refuseIfAny();
    }

    @Override
    public String name() {
      return NAME;
    }
  }

  private static void checkUnits(
      Problems problems, String field, List<Integer> units, int fewest, int most, int largest) {
    problems.require(
        units.size() >= fewest && units.size() <= most,
        field,
        "must list " + fewest + " to " + most + " layers",
        units.size());
    for (int i = 0; i < units.size(); i++) {
      problems.wholeNumber(field + "[" + i + "]", units.get(i), 1, largest);
    }
  }
}
