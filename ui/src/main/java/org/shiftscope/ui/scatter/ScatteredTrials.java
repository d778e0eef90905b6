package org.shiftscope.ui.scatter;

import java.util.List;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.kind.Results;

/**
 * The trials that have both chosen numbers, of those that count.
 *
 * @param trials those with both
 * @param x the number along the horizontal axis of each, finite. Shape [trials]
 * @param y along the vertical axis. Shape [trials]
 * @param counted how many count
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ScatteredTrials(List<Trial> trials, double[] x, double[] y, int counted) {

  /** Those above 0 alone where an axis is logarithmic. */
  static ScatteredTrials of(ExperimentSpec spec, Results results, ScatterChoice choice) {
    Quantity x = ChosenQuantities.of(spec, choice).x();
    Quantity y = ChosenQuantities.of(spec, choice).y();
    List<Trial> counted = results.counted();
    List<Trial> both =
        counted.stream()
            .filter(trial -> isThere(x.value().applyAsDouble(trial), choice.isLogX()))
            .filter(trial -> isThere(y.value().applyAsDouble(trial), choice.isLogY()))
            .toList();
    return new ScatteredTrials(
        both,
        both.stream().mapToDouble(x.value()).toArray(),
        both.stream().mapToDouble(y.value()).toArray(),
        counted.size());
  }

  private static boolean isThere(double value, boolean logarithmic) {
    return Double.isFinite(value) && (!logarithmic || value > 0);
  }

  boolean isEmpty() {
    return trials.isEmpty();
  }
}
