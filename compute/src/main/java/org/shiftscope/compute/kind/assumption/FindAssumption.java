package org.shiftscope.compute.kind.assumption;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.shiftscope.compute.certificate.CountGrades;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.Seen.At;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.AssumptionFindings;
import org.shiftscope.compute.result.AssumptionFindings.Curl;
import org.shiftscope.compute.result.AssumptionFindings.Rotation;
import org.shiftscope.compute.result.CurlMeasurement;
import org.shiftscope.compute.result.CurrentMeasurement;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.statistics.Spread;

/** Finds whether Assumption 1 held: by the steady state's rotation, or by the field's curl. */
final class FindAssumption {

  /** A rotation of fewer standard errors is not told from none. */
  private static final double STANDARD_ERRORS = 3;

  private FindAssumption() {}

  static AssumptionFindings of(
      AssumptionCheck check, Map<Integer, ? extends TrialResult> results, Include include) {
    return switch (check.field()) {
      case Formulas _ -> ofFormulas(sort(check, CurrentMeasurement.class, results, include));
      case DigitsRegression _ -> ofDigits(sort(check, CurlMeasurement.class, results, include));
    };
  }

  private static <R extends TrialResult> Seen<R> sort(
      AssumptionCheck check,
      Class<R> type,
      Map<Integer, ? extends TrialResult> results,
      Include include) {
    return new SortTrials<>(check, type, _ -> Set.of()).sort(results, include);
  }

  private static AssumptionFindings ofFormulas(Seen<CurrentMeasurement> seen) {
    List<Rotation> rotations = seen.byTemperature(FindAssumption::rotation);
    return new AssumptionFindings(
        rotations.isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(seen.trials(), sayRotation(rotations)),
        seen.trials(),
        FindTrend.all(
            seen,
            List.of(
                TrendQuantity.<CurrentMeasurement>of(
                        "rotation", "Rotation", "", CurrentMeasurement::rotation)
                    .withError(CurrentMeasurement::rotationError))),
        rotations,
        List.of(),
        Optional.empty());
  }

  private static Rotation rotation(At<CurrentMeasurement> at) {
    return new Rotation(
        at.temperature(),
        at.trials(),
        at.mean(CurrentMeasurement::rotation),
        at.errorOfMean(CurrentMeasurement::rotationError),
        at.mean(CurrentMeasurement::exactRotation),
        at.mean(CurrentMeasurement::relativeCurl));
  }

  private static List<String> sayRotation(List<Rotation> rotations) {
    Rotation most =
        rotations.stream()
            .max(Comparator.comparingDouble(one -> Math.abs(one.rotation()) / one.error()))
            .orElseThrow();
    boolean turns = Math.abs(most.rotation()) > STANDARD_ERRORS * most.error();
    return List.of(
        turns
            ? "The steady state rotates: Assumption 1 fails."
            : "No rotation that can be told from 0.",
        "Where it is most of its error, at T = "
            + SayNumber.significant(most.temperature())
            + ", it is "
            + SayNumber.significant(most.rotation())
            + " ± "
            + SayNumber.significant(most.error())
            + (Double.isFinite(most.exact())
                ? ", and exactly " + SayNumber.significant(most.exact())
                : "")
            + "; the field's curl is "
            + SayNumber.significant(most.relativeCurl())
            + " of its slope.");
  }

  private static AssumptionFindings ofDigits(Seen<CurlMeasurement> seen) {
    List<Curl> curls = seen.byTemperature(FindAssumption::curl);
    Optional<PointGrades> grades = CountGrades.of(seen.results());
    return new AssumptionFindings(
        curls.isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(
                seen.trials(), sayCurl(curls.getFirst(), seen.results().getFirst()), grades),
        seen.trials(),
        FindTrend.all(
            seen,
            List.of(
                TrendQuantity.of(
                    "antisymmetric-share",
                    "Antisymmetric share at the farthest distance",
                    "",
                    (CurlMeasurement trial) -> trial.mean().values().getLast()))),
        List.of(),
        curls,
        grades);
  }

  private static Curl curl(At<CurlMeasurement> at) {
    Series distance = at.results().getFirst().distance();
    List<Spread> spreads =
        IntStream.range(0, distance.size())
            .mapToObj(
                i ->
                    Spread.of(
                        at.results().stream().mapToDouble(trial -> trial.mean().get(i)).toArray()))
            .toList();
    return new Curl(
        at.temperature(),
        at.trials(),
        distance,
        new Series(spreads.stream().map(Spread::mean).toList()),
        new Series(spreads.stream().map(Spread::error).toList()));
  }

  private static List<String> sayCurl(Curl lowest, CurlMeasurement any) {
    int last = lowest.distance().size() - 1;
    return List.of(
        "At T = "
            + SayNumber.significant(lowest.temperature())
            + " the antisymmetric share of the field's slope is "
            + SayNumber.significant(lowest.mean().get(0))
            + " at "
            + SayNumber.significant(lowest.distance().get(0))
            + " and "
            + SayNumber.significant(lowest.mean().get(last))
            + " at "
            + SayNumber.significant(lowest.distance().get(last))
            + " standard deviations from the minimum, where 0 is a gradient; ‖C − H‖ is "
            + SayNumber.significant(any.noiseFromCurvature())
            + " of ‖H‖ at the minimum.");
  }
}
