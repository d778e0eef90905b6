package org.shiftscope.compute.spec;

import java.util.List;

/**
 * The second stage of a two-stage experiment: SGD without momentum at a constant learning rate η =
 * T · B, with the first stage's λ.
 *
 * @param duration for how long it runs
 * @param lastSteps steps at its end over which the median of a loss is taken, 1 to 10,000
 * @param finalLoss which loss that is: the whole train and test loss cost a pass over all samples
 *     after each of these steps
 * @param margin share of a loss's range over the temperatures within which two (η, B) at equal T
 *     count as equivalent, 0.001 to 1
 * @param largestEigenvalue whether the largest eigenvalue h of the train loss's Hessian at the end
 *     is taken: η·h tells how far a step is from the limit of stability, 2
 */
public record SecondStage(
    Duration duration,
    @Default("100") @Within(least = 1, most = 10_000) int lastSteps,
    @Default("whole") FinalLoss finalLoss,
    @Default("0.25") @Within(least = 1e-3, most = 1) double margin,
    @Default("false") boolean largestEigenvalue) {

  public SecondStage {
    new Problems()
        .within(SecondStage.class, "lastSteps", lastSteps)
        .within(SecondStage.class, "margin", margin)
        .refuseIfAny();
  }

  /** For how long it runs: the same flow time for every (η, B) of equal T, by either. */
  @ToldBy("name")
  public sealed interface Duration {

    /** The name in JSON. */
    default String name() {
      return Variants.idOf(getClass());
    }
  }

  /**
   * The same passes over the samples at each temperature, as in the paper: the flow time grows with
   * T.
   *
   * @param epochs 1 to 1,000,000
   */
  @Id(Epochs.NAME)
  public record Epochs(@Within(least = 1, most = 1_000_000) int epochs) implements Duration {

    /** The name in JSON. */
    public static final String NAME = "epochs";

    public Epochs {
      new Problems().within(Epochs.class, "epochs", epochs).refuseIfAny();
    }
  }

  /**
   * The same flow time at each temperature: a lower T runs for more epochs.
   *
   * @param flowTime η times the number of steps, 1e-9 to 1e9
   * @param maxEpochs cap on the epochs, 1 to 1,000,000; a trial that it stops early says so
   */
  @Id(FlowTime.NAME)
  public record FlowTime(
      @Within(least = 1e-9, most = 1e9) double flowTime,
      @Default("1000000") @Within(least = 1, most = 1_000_000) int maxEpochs)
      implements Duration {

    /** The name in JSON. */
    public static final String NAME = "flow-time";

    public FlowTime {
      new Problems()
          .within(FlowTime.class, "flowTime", flowTime)
          .within(FlowTime.class, "maxEpochs", maxEpochs)
          .refuseIfAny();
    }
  }

  /** How SGD runs at a temperature with a batch size. */
  SgdSpec plan(double temperature, int batchSize, double lambda) {
    return switch (duration) {
      case Epochs(int epochs) ->
          new SgdSpec.Scheduled(
              temperature * batchSize, batchSize, epochs, 0, List.of(), 1, lambda);
      case FlowTime(double flowTime, int maxEpochs) ->
          new SgdSpec.AtTemperature(batchSize, flowTime, maxEpochs, lambda);
    };
  }
}
