package org.shiftscope.compute.kind.overparametrized;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.shiftscope.compute.certificate.CountGrades;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.RemarkOnTraining;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.OverparametrizedFindings;
import org.shiftscope.compute.result.OverparametrizedFindings.Excess;
import org.shiftscope.compute.result.OverparametrizedFindings.Facts;
import org.shiftscope.compute.result.OverparametrizedMeasurement;
import org.shiftscope.compute.result.OverparametrizedMeasurement.Shift;
import org.shiftscope.compute.result.OverparametrizedMeasurement.Span;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.OverparametrizedShift;

/** Finds what the projection of Eq. 12 does to the shift, and whether Appendix D holds. */
final class FindOverparametrized {

  private static final String NATS = "nats";

  private static final TrendQuantity<OverparametrizedMeasurement> PROJECTED =
      TrendQuantity.of(
          "projected-shift-curvature",
          "Projected shift-curvature ½ sᵀHs",
          NATS,
          trial -> trial.projected().shiftCurvature());

  private static final List<TrendQuantity<OverparametrizedMeasurement>> QUANTITIES =
      List.of(
          PROJECTED,
          TrendQuantity.of(
              "plain-shift-curvature",
              "Plain shift-curvature ½ sᵀHs",
              NATS,
              trial -> trial.plain().shiftCurvature()),
          TrendQuantity.of(
              "projected-miss",
              "What the projected shift misses",
              NATS,
              trial -> miss(trial, trial.projected())),
          TrendQuantity.of(
              "plain-miss",
              "What the plain shift misses",
              NATS,
              trial -> miss(trial, trial.plain())),
          TrendQuantity.of(
              "projected-norm",
              "Length of the projected shift",
              "length",
              trial -> trial.projected().norm()),
          TrendQuantity.of(
              "plain-norm", "Length of the plain shift", "length", trial -> trial.plain().norm()),
          TrendQuantity.of(
              "smallest-eigenvalue",
              "Smallest eigenvalue with λ",
              "nats / length²",
              trial -> trial.hessian().smallest()),
          TrendQuantity.of(
              "smallest-eigenvalue-without",
              "Smallest eigenvalue without λ",
              "nats / length²",
              trial -> trial.hessian().smallestWithout()),
          TrendQuantity.of(
              "test-loss-rise",
              "Excess L_te(θ_tr) − L_te(θ_te)",
              NATS,
              OverparametrizedMeasurement::testLossRise));

  private FindOverparametrized() {}

  static OverparametrizedFindings of(
      OverparametrizedShift shift, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<OverparametrizedMeasurement> seen =
        new SortTrials<>(shift, OverparametrizedMeasurement.class, FindOverparametrized::remarks)
            .sort(results, include);
    List<TemperatureTrend> trends = FindTrend.all(seen, QUANTITIES);
    Excess excess = excess(seen);
    Facts facts = facts(seen.results());
    Optional<PointGrades> grades = CountGrades.of(seen.results());
    return new OverparametrizedFindings(
        seen.results().isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(seen.trials(), say(seen, trends.getFirst(), excess, facts), grades),
        seen.trials(),
        trends,
        excess,
        facts,
        grades);
  }

  private static Set<Remark> remarks(OverparametrizedMeasurement trial) {
    return RemarkOnTraining.of(trial.sgd(), trial.outcome(), trial.trainPoint(), trial.testPoint());
  }

  private static double miss(OverparametrizedMeasurement trial, Shift shift) {
    return shift.slope() + shift.shiftCurvature() - trial.testLossRise();
  }

  private static Facts facts(List<OverparametrizedMeasurement> trials) {
    return new Facts(
        count(trials, trial -> below(trial.trainSpan()) && below(trial.testSpan())),
        largest(trials, Span::meanDistance),
        largest(trials, Span::rangeDistance),
        count(trials, trial -> trial.hessian().smallest() > trial.hessian().residual()));
  }

  private static int count(
      List<OverparametrizedMeasurement> trials,
      java.util.function.Predicate<OverparametrizedMeasurement> holds) {
    return (int) trials.stream().filter(holds).count();
  }

  private static boolean below(Span span) {
    return span.covarianceRank() <= span.samples() - 1;
  }

  private static double largest(
      List<OverparametrizedMeasurement> trials, ToDoubleFunction<Span> distance) {
    return trials.stream()
        .flatMap(trial -> Stream.of(trial.trainSpan(), trial.testSpan()))
        .mapToDouble(distance)
        .max()
        .orElse(Double.NaN);
  }

  private static Excess excess(Seen<OverparametrizedMeasurement> seen) {
    double rise = mean(seen, OverparametrizedMeasurement::testLossRise);
    return new Excess(
        rise,
        1 + mean(seen, trial -> miss(trial, trial.projected())) / rise,
        1 + mean(seen, trial -> miss(trial, trial.plain())) / rise);
  }

  private static List<String> say(
      Seen<OverparametrizedMeasurement> seen,
      TemperatureTrend projected,
      Excess excess,
      Facts facts) {
    int trials = seen.results().size();
    return List.of(
        projected.test().sentence(),
        "Of the excess L_te(θ_tr) − L_te(θ_te), gᵀs + ½ sᵀHs is on average "
            + SayNumber.percent(excess.projectedShare())
            + " with the projected shift and "
            + SayNumber.percent(excess.plainShare())
            + " with the plain one.",
        "C has a rank below the number of samples in "
            + facts.rankBelowSamples()
            + ", and H_tr with λ is positive definite in "
            + facts.strictMinima()
            + " of "
            + SayNumber.trials(trials)
            + ".");
  }

  private static double mean(
      Seen<OverparametrizedMeasurement> seen,
      ToDoubleFunction<OverparametrizedMeasurement> number) {
    return seen.results().stream().mapToDouble(number).average().orElse(Double.NaN);
  }
}
