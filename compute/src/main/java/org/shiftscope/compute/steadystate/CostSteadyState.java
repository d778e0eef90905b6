package org.shiftscope.compute.steadystate;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.stage.StageCost;

/**
 * What a trial is expected to cost: SGD's steps, of which those with larger batches take longer;
 * the points that are counted, a number for each unit of flow time; and the full gradients.
 */
public final class CostSteadyState {

  static final String VISITS = "points in a unit of flow time";
  static final String FULL_POINT = "full gradient";

  private static final String SGD = "SGD";

  /** What a step costs beside its batch, in gradients of one sample. */
  private static final double STEP = 1;

  /** What {@link #VISITS} cost for each parameter, where the largest curvature is about 2. */
  private static final double VISIT = 20;

  private CostSteadyState() {}

  /** That of a trial. */
  public static List<StageCost> of(SteadyState spec, int trial) {
    int batchSize = spec.batchSizeOf(trial);
    int d = spec.model().dimension();
    double time = spec.flowTime() + spec.burnIn();
    double points = RunChain.FULL_POINTS * windows(spec);
    return List.of(
        new StageCost(SGD, step(batchSize), time / spec.learningRateOf(trial), STEP + batchSize),
        new StageCost(SGD, VISITS, time, VISIT * d),
        new StageCost(SGD, FULL_POINT, points, (1.0 + d) * spec.model().samples()));
  }

  private static int windows(SteadyState spec) {
    return RunChain.WINDOWS + (spec.burnIn() > 0 ? RunChain.BURN_IN_WINDOWS : 0);
  }

  /** The name of a step. */
  public static String step(int batchSize) {
    return "step of " + batchSize;
  }

  /** The times of a model that has no minimum. */
  public static Map<String, Double> nothing(SteadyState spec) {
    return Stream.concat(
            Stream.of(VISITS, FULL_POINT), spec.batchSizes().stream().map(CostSteadyState::step))
        .collect(toMap(step -> step, step -> 0.0));
  }
}
