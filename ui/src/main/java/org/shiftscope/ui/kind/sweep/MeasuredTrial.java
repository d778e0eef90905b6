package org.shiftscope.ui.kind.sweep;

import java.util.List;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.wording.FormatNumber;

/**
 * A trial that counts: measured at points that satisfied their criterion.
 *
 * @param number its number in the experiment
 * @param temperature its temperature T
 * @param seed its seed
 * @param result what it measured
 */
record MeasuredTrial(int number, double temperature, long seed, ShiftMeasurement result) {

  /** Those of the trials that count, in their order. Diverged and unconverged ones do not. */
  static List<MeasuredTrial> of(TemperatureSweep sweep, List<Trial> trials) {
    return trials.stream().flatMap(trial -> of(sweep, trial)).toList();
  }

  /** Where its points come from. */
  Points.Origin origin() {
    return new Points.Origin(
        number, "T = " + FormatNumber.significant(temperature) + ", seed " + seed);
  }

  private static Stream<MeasuredTrial> of(TemperatureSweep sweep, Trial trial) {
    int number = trial.number();
    return trial.result().stream()
        .filter(result -> result.outcome() == Outcome.MEASURED)
        .filter(ShiftMeasurement.class::isInstance)
        .map(ShiftMeasurement.class::cast)
        .map(
            result ->
                new MeasuredTrial(
                    number, sweep.temperatureOf(number), sweep.seedOf(number), result));
  }
}
