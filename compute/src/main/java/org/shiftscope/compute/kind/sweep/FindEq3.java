package org.shiftscope.compute.kind.sweep;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.line.PredictEnd;
import org.shiftscope.compute.result.ShiftAtTime;
import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.SweepFindings.Eq3;
import org.shiftscope.compute.result.SweepFindings.Prediction;

/** Finds how well Eq. 3, by the paper's fit and by others, predicts the excess test loss. */
final class FindEq3 {

  private static final String LIMITS =
      "The paper's check fits κ_te on r from 0 to 1, and the loss at r = 1 is L_te(θ_tr) itself: it shows how well a"
          + " parabola with its vertex at θ_te describes the line, and cannot show that it predicts the line's end. The"
          + " exact terms at θ_te and the fits on r ≤ ½ do not contain what they predict.";

  private static final Set<String> JUDGED = Set.of("curvature", "second-order", "half-fit");

  private static final List<Way> WAYS =
      List.of(
          new Way("fit", "½ κ_te, fitted on r ≤ 1", true, trial -> trial.testFit().halfKappa()),
          new Way("curvature", "½ sᵀHs, exact", false, trial -> trial.testFit().exactKappa() / 2),
          new Way(
              "second-order", "gᵀs + ½ sᵀHs, second order with slope", false, FindEq3::secondOrder),
          new Way(
              "half-fit",
              "½ κ_te, fitted on r ≤ ½",
              false,
              trial -> PredictEnd.of(trial.line()).symmetrized()),
          new Way(
              "half-fit-with-slope",
              "Parabola with slope, fitted on r ≤ ½",
              false,
              trial -> PredictEnd.of(trial.line()).withSlope()),
          new Way("straight-line", "gᵀs, a straight line", false, trial -> trial.testFit().slope()),
          new Way("none", "0, no curvature", false, _ -> 0));

  /** Those by which Eq. 3 is judged as a prediction: they do not contain the answer. */
  static final List<Way> PREDICTIONS =
      WAYS.stream().filter(way -> JUDGED.contains(way.id())).toList();

  private FindEq3() {}

  private static double secondOrder(ShiftAtTime trial) {
    CurvatureFit fit = trial.testFit();
    return fit.slope() + fit.exactKappa() / 2;
  }

  static Eq3 of(Seen<ShiftAtTime> seen) {
    double scale =
        seen.results().stream()
            .mapToDouble(trial -> Math.abs(trial.eq3().testLossAtTrainPoint()))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    double[] excess = seen.each(ShiftAtTime::excess);
    List<Prediction> predictions =
        WAYS.stream()
            .map(
                way ->
                    JudgePrediction.of(seen, excess, seen.each(way.predicted()), scale).judge(way))
            .toList();
    return new Eq3(seen.series(ShiftAtTime::excess), predictions, say(predictions), LIMITS);
  }

  private static String say(List<Prediction> predictions) {
    Prediction fit = predictions.getFirst();
    if (fit.trials() == 0) {
      return "The excess test loss was not measured.";
    }
    String pearson =
        Double.isNaN(fit.pearson()) ? "" : ", r " + SayNumber.correlation(fit.pearson());
    return "Of the excess L_te(θ_tr) − L_te(θ_te), ½ κ_te is on average "
        + share(fit)
        + " (slope "
        + SayNumber.significant(fit.slopeThroughOrigin())
        + SayNumber.interval(fit.slopeInterval())
        + pearson
        + "), the exact ½ sᵀHs "
        + share(predictions.get(1))
        + withSlope(predictions.get(2), fit)
        + ".";
  }

  /** Some results of an earlier version do not have the slope. */
  private static String withSlope(Prediction second, Prediction fit) {
    if (second.trials() == 0) {
      return "; the slope gᵀs was not measured, since an earlier version told −s·dθ/dt in its place";
    }
    String which =
        second.trials() < fit.trials()
            ? " over the " + second.trials() + " trials that measured it"
            : "";
    return ", and with the slope gᵀs " + share(second) + which;
  }

  /** "112 %": the mean prediction in parts of the mean excess. */
  private static String share(Prediction prediction) {
    return SayNumber.percent(1 + prediction.biasShare());
  }

  /**
   * A way to predict.
   *
   * @param id its name in JSON
   * @param title its formula
   * @param containsAnswer whether L_te(θ_tr) goes into it
   * @param predicted in nats
   */
  record Way(
      String id, String title, boolean containsAnswer, ToDoubleFunction<ShiftAtTime> predicted) {}
}
