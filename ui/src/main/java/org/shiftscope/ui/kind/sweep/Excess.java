package org.shiftscope.ui.kind.sweep;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.regression.SimpleRegression;
import org.shiftscope.ui.chart.Range;

/**
 * What the shift costs, L_te(θ_tr) − L_te(θ_te), predicted and measured. The losses themselves
 * would agree without any shift-curvature, since both sides contain L_te(θ_te).
 *
 * @param trials how many trials have both
 * @param slope of measured against predicted, through the origin; 1 where the prediction holds
 * @param bias mean of predicted − measured, in nats
 * @param meanMeasured mean of measured, in nats
 * @param correlation Pearson's; empty below six trials, and where the points differ by rounding
 */
record Excess(
    int trials, double slope, double bias, double meanMeasured, OptionalDouble correlation) {

  /** Fewer trials make a correlation that means nothing. */
  private static final int ENOUGH = 6;

  /** L_te(θ_tr) − L_te(θ_te) of a trial, in nats per sample. */
  static double measured(MeasuredTrial trial) {
    var eq3 = trial.result().eq3();
    return eq3.testLossAtTrainPoint() - eq3.testLossAtTestPoint();
  }

  static Excess of(Prediction prediction, List<MeasuredTrial> trials) {
    List<MeasuredTrial> both =
        trials.stream()
            .filter(trial -> Double.isFinite(prediction.of(trial) + measured(trial)))
            .toList();
    double squares = both.stream().mapToDouble(t -> prediction.of(t) * prediction.of(t)).sum();
    double products = both.stream().mapToDouble(t -> prediction.of(t) * measured(t)).sum();
    return new Excess(
        both.size(),
        products / squares,
        both.stream().mapToDouble(t -> prediction.of(t) - measured(t)).average().orElse(Double.NaN),
        both.stream().mapToDouble(Excess::measured).average().orElse(Double.NaN),
        correlation(prediction, both));
  }

  private static OptionalDouble correlation(Prediction prediction, List<MeasuredTrial> trials) {
    double losses =
        trials.stream()
            .mapToDouble(trial -> Math.abs(trial.result().eq3().testLossAtTrainPoint()))
            .max()
            .orElse(0);
    if (trials.size() < ENOUGH
        || spread(trials, Excess::measured) < Range.ROUND_OFF * losses
        || spread(trials, prediction::of) < Range.ROUND_OFF * losses) {
      return OptionalDouble.empty();
    }
    var regression = new SimpleRegression();
    trials.forEach(trial -> regression.addData(prediction.of(trial), measured(trial)));
    return Double.isFinite(regression.getR())
        ? OptionalDouble.of(regression.getR())
        : OptionalDouble.empty();
  }

  private static double spread(List<MeasuredTrial> trials, ToDoubleFunction<MeasuredTrial> value) {
    return Range.of(trials.stream().mapToDouble(value))
        .map(range -> range.to() - range.from())
        .orElse(0.0);
  }
}
