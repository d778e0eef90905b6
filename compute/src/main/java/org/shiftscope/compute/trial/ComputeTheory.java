package org.shiftscope.compute.trial;

import java.util.Optional;
import java.util.OptionalDouble;
import org.shiftscope.compute.assumption.MapCurl;
import org.shiftscope.compute.diffusion.MeasureWeakError;
import org.shiftscope.compute.overparametrized.ModifiedSgd;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Theory;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.stage.Course;
import org.shiftscope.compute.steadystate.Predict;

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
      case SteadyState steady -> Predict.of(steady, temperature);
      case AssumptionCheck check -> curl(check, temperature);
      case DiffusionAccuracy accuracy ->
          Optional.of(
              MeasureWeakError.measure(
                  accuracy.weakError(),
                  RandomStreams.of(accuracy.seedOf(0)),
                  Course.whole(share -> {})));
      case OverparametrizedShift shift ->
          Optional.of(
              ModifiedSgd.theory(
                  shift.modifiedSgd(),
                  temperature.orElse(shift.temperatureOf(0)),
                  ModifiedSgd.streams(shift.seedOf(0))));
    };
  }

  private static Optional<Theory> curl(AssumptionCheck check, OptionalDouble temperature) {
    return switch (check.field()) {
      case Formulas formulas ->
          Optional.of(MapCurl.of(formulas, temperature.orElse(check.temperatureOf(0))));
      // Its samples must be read first.
      case DigitsRegression _ -> Optional.empty();
    };
  }
}
