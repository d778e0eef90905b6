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
   *
   * @param samples of the train set
   * @param cooled whether the rate of SGD dropped before its end
   */
  double expectedTrainGradients(NetworkSpec network, int samples, boolean cooled);

  /**
   * Full-data gradients that the test point is expected to take: its flow crosses kinks that the
   * train point's, near the end of SGD, does not.
   *
   * @param samples of the test set
   */
  double expectedTestGradients(NetworkSpec network, int samples);

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
      @Within(least = 1e-9, most = 1e6) double trainTime,
      @Within(least = 1e-9, most = 1e6) double testTime,
      Integrator integrator,
      Optional<EarlierTimes> earlier)
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
          .within(Flow.class, "trainTime", trainTime)
          .within(Flow.class, "testTime", testTime)
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
    public double expectedTrainGradients(NetworkSpec network, int samples, boolean cooled) {
      return integrator.expectedGradients(
          trainTime, earlierShares(), Roughness.ofTrainLoss(network.kinks(), samples, cooled));
    }

    @Override
    public double expectedTestGradients(NetworkSpec network, int samples) {
      return integrator.expectedGradients(
          testTime, earlierShares(), Roughness.ofTestLoss(network.kinks(), samples));
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
  record Minimum(
      @Within(least = 1e-12, most = 1) double tolerance,
      @Within(least = 1, most = 10_000_000) int maxGradients)
      implements RefinementSpec {

    /** The name in JSON. */
    public static final String NAME = "minimum";

    public Minimum {
      new Problems()
          .within(Minimum.class, "tolerance", tolerance)
          .within(Minimum.class, "maxGradients", maxGradients)
          .refuseIfAny();
    }

    @Override
    public OptionalDouble gradientTolerance() {
      return OptionalDouble.of(tolerance);
    }

    @Override
    public double expectedTrainGradients(NetworkSpec network, int samples, boolean cooled) {
      return expected(network);
    }

    @Override
    public double expectedTestGradients(NetworkSpec network, int samples) {
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

    /**
     * Gradients that a flow is expected to take.
     *
     * @param earlier shares of the flow time on which it lands before its end, ascending
     */
    double expectedGradients(double flowTime, List<Double> earlier, Roughness loss);

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
    record FixedRate(@Within(least = 1e-9, most = 100) double rate) implements Integrator {

      /** The name in JSON. */
      public static final String NAME = "fixed-rate";

      public FixedRate {
        new Problems().within(FixedRate.class, "rate", rate).refuseIfAny();
      }

      @Override
      public double expectedGradients(double flowTime, List<Double> earlier, Roughness loss) {
        return Math.ceil(flowTime / rate);
      }
    }

    /**
     * A stabilised Runge-Kutta method that chooses its steps by its own estimate of the error.
     *
     * @param tolerance largest error of a step, relative to ‖θ‖: 1e-10 to 0.1
     */
    @Id(Adaptive.NAME)
    record Adaptive(@Within(least = 1e-10, most = 0.1) double tolerance) implements Integrator {

      /** The name in JSON. */
      public static final String NAME = "adaptive";

      public Adaptive {
        new Problems().within(Adaptive.class, "tolerance", tolerance).refuseIfAny();
      }

      /**
       * On a smooth loss it grows with the square root of the time, and each time that it lands on
       * takes some more; a flow that slides along kinks takes three times as many. Each kink that
       * is crossed cuts a step, the shorter the smaller the tolerance. Measured on mlps, cnn, vgg9,
       * vgg16 and resnet10 (docs/results/refinement.md); a factor of three either way is a matter
       * of the seed.
       */
      @Override
      public double expectedGradients(double flowTime, List<Double> earlier, Roughness loss) {
        double root = Math.sqrt(flowTime);
        double smooth = 12 + 5 * earlier.size() + 27 * root * Math.pow(1e-5 / tolerance, 0.4);
        return bounded(
            (loss.sliding() ? 3.3 : 1) * smooth
                + loss.jumps() * root / (tolerance * loss.samples()),
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
    record Extrapolated(@Within(least = 1e-10, most = 0.1) double tolerance) implements Integrator {

      /** The name in JSON. */
      public static final String NAME = "extrapolated";

      public Extrapolated {
        new Problems().within(Extrapolated.class, "tolerance", tolerance).refuseIfAny();
      }

      /**
       * Two rounds, which start at the longest stable rate, about 1 / 16 on digits, and take 32
       * steps at least to each time; over many kinks four at 5e-5, and as many more as the
       * tolerance is smaller. On deep networks the answer's change falls with the steps' power of
       * 0.8 alone: to 0.13 / samples in 10,240 for each unit of time, as measured on vgg16 and
       * resnet10 (docs/results/refinement.md), and all rounds together take twice those of the
       * last.
       */
      @Override
      public double expectedGradients(double flowTime, List<Double> earlier, Roughness loss) {
        double smooth = 3 * firstSteps(flowTime, earlier);
        double deep =
            2 * 10_240 * flowTime * Math.pow(0.13 / (loss.samples() * tolerance), 1 / 0.8);
        return bounded(
            switch (loss.kinks()) {
              case NONE, FEW -> smooth;
              case MANY -> loss.isNear() ? smooth : 5 * Math.max(1, 5e-5 / tolerance) * smooth;
              case DEEP, DEEP_POOLING -> Math.max(smooth, deep);
            },
            flowTime);
      }

      private static double firstSteps(double flowTime, List<Double> earlier) {
        double before = 0;
        double steps = 0;
        for (double share : Stream.concat(earlier.stream(), Stream.of(1.0)).toList()) {
          steps += Math.max(32, (share - before) * Math.max(64, 16 * flowTime));
          before = share;
        }
        return steps;
      }
    }
  }
}
