package org.shiftscope.compute.estimate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.stage.StageCost;

/**
 * How long the steps of one experiment take, as timed.
 *
 * @param speed how fast one trial works
 * @param seconds of a step, by its sort
 */
public record Timing(Speed speed, Map<String, Double> seconds) {

  /** Seconds of what a trial's stages are expected to cost. */
  public double seconds(List<StageCost> costs) {
    return costs.stream().mapToDouble(cost -> cost.steps() * secondsOf(cost.step())).sum();
  }

  private double secondsOf(String step) {
    return Optional.ofNullable(seconds.get(step))
        .orElseThrow(() -> new IllegalStateException("Nobody timed a step of " + step));
  }
}
