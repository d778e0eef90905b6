package org.shiftscope.compute.trial;

import java.util.Optional;
import java.util.OptionalDouble;
import org.shiftscope.compute.result.Theory;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.TemperatureSweep;

/** What theory says of each kind of experiment. */
public final class ComputeTheory {

  private ComputeTheory() {}

  /**
   * Computes.
   *
   * @param temperature the temperature T that is looked at, above 0, for what is drawn at one
   *     temperature; where empty, the spec's first
   * @return empty for kinds that only an experiment can tell
   */
  public static Optional<Theory> of(ExperimentSpec spec, OptionalDouble temperature) {
    return switch (spec) {
      case TemperatureSweep _ -> Optional.empty();
      case Landscape landscape ->
          Optional.of(
              ExploredLandscapes.of(landscape)
                  .at(temperature.orElse(landscape.temperatures().values().getFirst())));
    };
  }
}
