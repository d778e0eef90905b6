package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How the train and test points are found from the end of SGD: once on the train loss, and again
 * from the same start on the test loss. Both losses carry the L2 term, here and in all that is
 * reported after (the paper's L2_AT_EVAL).
 */
@ToldBy("name")
public sealed interface RefinementSpec {

  /** The name in JSON. */
  default String name() {
    return Variants.idOf(getClass());
  }

  /**
   * Full-data gradients that the train point is expected to take, for the estimate before launch.
   */
  double expectedTrainGradients(NetworkSpec network);

  /**
   * Full-data gradients that the test point is expected to take: its flow crosses kinks that the
   * train point's, near the end of SGD, does not.
   */
  double expectedTestGradients(NetworkSpec network);

  /** Vectors of as many numbers as the network has parameters that it has at the same time. */
  int vectors();

  /** The shares of a flow's time at which it is measured before its end, ascending. */
  default List<Double> earlierShares() {
    return List.of();
  }

  /** The times at which flows are measured, ascending; empty where it is no flow. */
  default List<FlowTime> flowTimes() {
    return List.of();
  }

  /** The law of kinds that measure at the end of a flow alone. */
  default void checkEndAlone(Problems problems) {
    problems.require(
        earlierShares().isEmpty(),
        "refinement.earlier",
        "must be left out: only temperature sweeps measure on the way of a flow",
        earlierShares());
  }

  /** ‖∇L‖ to which it descends; empty for a flow, which ends at its time. */
  default OptionalDouble gradientTolerance() {
    return OptionalDouble.empty();
  }

  /**
   * The gradient flow dθ/dt = −∇L for a stated time (the paper's, and the default). Its end is near
   * the end of SGD by construction, and need not be a minimum.
   *
   * @param trainTime flow time τ on the train loss, 1e-9 to 1e6
   * @param testTime flow time τ on the test loss, 1e-9 to 1e6
   * @param integrator how the flow is followed
   * @param earlier where on the way it is measured too, for kinds that measure there; empty for its
   *     end alone
   */
  @Id(Flow.NAME)
  record Flow(
      double trainTime, double testTime, Integrator integrator, Optional<EarlierTimes> earlier)
      implements RefinementSpec {

    /** The name in JSON. */
    public static final String NAME = "flow";

    /**
     * Vectors of one more time: θ, ∇L and the flow's direction, of four runs that are extrapolated
     * and of both losses.
     */
    private static final int VECTORS_OF_A_TIME = 18;

    /** Measured at its end alone. */
    public Flow(double trainTime, double testTime, Integrator integrator) {
      this(trainTime, testTime, integrator, Optional.empty());
    }

    public Flow {
      new Problems()
          .number("trainTime", trainTime, 1e-9, 1e6)
          .number("testTime", testTime, 1e-9, 1e6)
          .refuseIfAny();
    }

    /** Of the Runge-Kutta stages, the step's ends and the fit of the end's gradient. */
    @Override
    public int vectors() {
      return 14 + VECTORS_OF_A_TIME * earlierShares().size();
    }

    @Override
    public List<Double> earlierShares() {
      return earlier.map(EarlierTimes::shares).orElse(List.of());
    }

    @Override
    public List<FlowTime> flowTimes() {
      return Stream.concat(earlierShares().stream(), Stream.of(1.0))
          .map(share -> new FlowTime(share * trainTime, share * testTime))
          .toList();
    }

    @Override
    public double expectedTrainGradients(NetworkSpec network) {
      return integrator.expectedGradients(trainTime, network.kinks().near());
    }

    @Override
    public double expectedTestGradients(NetworkSpec network) {
      return integrator.expectedGradients(testTime, network.kinks());
    }
  }

  /**
   * Descent until the gradient's norm is small, for convex models and smooth activations, where
   * strict minima exist.
   *
   * @param tolerance largest ‖∇L‖ that counts as a minimum, 1e-12 to 1
   * @param maxGradients cap on the full-data gradients for each of the two points, 1 to 10,000,000
   */
  @Id(Minimum.NAME)
  record Minimum(double tolerance, int maxGradients) implements RefinementSpec {

    /** The name in JSON. */
    public static final String NAME = "minimum";

    public Minimum {
      new Problems()
          .number("tolerance", tolerance, 1e-12, 1)
          .wholeNumber("maxGradients", maxGradients, 1, 10_000_000)
          .refuseIfAny();
    }

    @Override
    public OptionalDouble gradientTolerance() {
      return OptionalDouble.of(tolerance);
    }

    @Override
    public double expectedTrainGradients(NetworkSpec network) {
      return expected(network);
    }

    @Override
    public double expectedTestGradients(NetworkSpec network) {
      return expected(network);
    }

    /** Of twenty pairs of L-BFGS, and its steps. */
    @Override
    public int vectors() {
      return 48;
    }

    /**
     * Measured on digits: 51 to 63 for softmax regression at λ = 1e-2; for mlps with tanh and GELU
     * 830 to 2,480 where the straight path does not climb, and ten times as many where the flow has
     * to be followed (docs/results/refinement.md).
     */
    private double expected(NetworkSpec network) {
      boolean convex = network instanceof NetworkSpec.Mlp mlp && mlp.hidden().isEmpty();
      return Math.min(maxGradients, convex ? 100 : 2_000);
    }
  }

  /** How often a loss kinks along the flow, by max-pooling or ReLU. */
  enum Kinks {
    /** Smooth. */
    NONE,
    /** A dense network with ReLU. */
    FEW,
    /** So often that it slows the adaptive flow: max-pooling, or convolutions with ReLU. */
    MANY;

    /** Those of the train loss, whose flow is short: near the end of SGD. */
    Kinks near() {
      return this == MANY ? FEW : NONE;
    }
  }

  /** How the gradient flow is followed. */
  @ToldBy("name")
  sealed interface Integrator {

    /**
     * The rate of the paper's protocol. No integrator takes more gradients than it does: where one
     * does not come to its end within half of them, the rest go into a flow at a fixed rate.
     */
    double PAPERS_RATE = 1e-4;

    /** The name in JSON. */
    default String name() {
      return Variants.idOf(getClass());
    }

    /** Gradients that a flow time is expected to take. */
    double expectedGradients(double flowTime, Kinks kinks);

    private static double bounded(double expected, double flowTime) {
      double papers = Math.ceil(flowTime / PAPERS_RATE);
      return expected > papers / 2 ? papers : expected;
    }

    /**
     * Gradient descent at a small fixed rate: the paper's protocol at 1e-4, flow time / rate
     * full-data gradients.
     *
     * @param rate learning rate, 1e-9 to 100
     */
    @Id(FixedRate.NAME)
    record FixedRate(double rate) implements Integrator {

      /** The name in JSON. */
      public static final String NAME = "fixed-rate";

      public FixedRate {
        new Problems().number("rate", rate, 1e-9, 100).refuseIfAny();
      }

      @Override
      public double expectedGradients(double flowTime, Kinks kinks) {
        return Math.ceil(flowTime / rate);
      }
    }

    /**
     * A stabilised Runge-Kutta method that chooses its steps by its own estimate of the error.
     *
     * @param tolerance largest error of a step, relative to ‖θ‖: 1e-10 to 0.1
     */
    @Id(Adaptive.NAME)
    record Adaptive(double tolerance) implements Integrator {

      /** The name in JSON. */
      public static final String NAME = "adaptive";

      public Adaptive {
        new Problems().number("tolerance", tolerance, 1e-10, 0.1).refuseIfAny();
      }

      /**
       * Measured on digits mlps at τ = 5 and 1e-5: 24 to 120 gradients for the train point, and 63
       * to 67 for the test point with tanh, 81 to 506 with ReLU; it grows with the square root of
       * the time. Over many kinks the steps shrink in proportion to the tolerance, as measured on
       * cnn, vgg9 and resnet10 (docs/results/refinement.md): 0.0025 to 0.029 · √time / tolerance,
       * by the seed and by the samples; half of all above 0.013.
       */
      @Override
      public double expectedGradients(double flowTime, Kinks kinks) {
        double smooth = 12 + 27 * Math.sqrt(flowTime) * Math.pow(1e-5 / tolerance, 0.4);
        return bounded(
            switch (kinks) {
              case NONE -> smooth;
              case FEW -> 3.3 * smooth;
              case MANY -> Math.max(3.3 * smooth, 0.013 * Math.sqrt(flowTime) / tolerance);
            },
            flowTime);
      }
    }

    /**
     * The paper's gradient descent at two larger rates, extrapolated to rate 0, the rates halved
     * until the answer stands: for losses with kinks (ReLU behind convolutions, max-pooling), on
     * which the adaptive method takes tiny steps.
     *
     * @param tolerance largest change of the answer by another halving of the rates, relative to
     *     ‖θ‖: 1e-10 to 0.1
     */
    @Id(Extrapolated.NAME)
    record Extrapolated(double tolerance) implements Integrator {

      /** The name in JSON. */
      public static final String NAME = "extrapolated";

      public Extrapolated {
        new Problems().number("tolerance", tolerance, 1e-10, 0.1).refuseIfAny();
      }

      /**
       * Two rounds, which start at the longest stable rate, about 1 / 16 on digits; over many kinks
       * four at 5e-5, and as many more as the tolerance is smaller.
       */
      @Override
      public double expectedGradients(double flowTime, Kinks kinks) {
        double smooth = 3 * Math.max(64, 16 * flowTime);
        return bounded(
            kinks == Kinks.MANY ? 5 * Math.max(1, 5e-5 / tolerance) * smooth : smooth, flowTime);
      }
    }
  }
}
