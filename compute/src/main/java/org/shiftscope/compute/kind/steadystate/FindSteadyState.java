package org.shiftscope.compute.kind.steadystate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.certificate.CountGrades;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.Seen.At;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.SteadyStateFindings;
import org.shiftscope.compute.result.SteadyStateFindings.EqualTemperature;
import org.shiftscope.compute.result.SteadyStateFindings.Setting;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;
import org.shiftscope.compute.steadystate.Equivalence;

/**
 * Finds what the steady states of an experiment have in common, and how they compare with theory.
 */
final class FindSteadyState {

  private FindSteadyState() {}

  static SteadyStateFindings of(
      SteadyState spec, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<SteadyStateMeasurement> seen =
        new SortTrials<>(
                spec,
                SteadyStateMeasurement.class,
                trial ->
                    trial.outcome() == Outcome.UNCONVERGED ? Set.of(Remark.NOT_ARRIVED) : Set.of())
            .sort(results, include);
    List<Setting> settings =
        seen.byTemperature(FindSteadyState::settings).stream().flatMap(List::stream).toList();
    List<EqualTemperature> equal = Equivalence.of(seen.results(), spec.margin());
    String equality = verdicts(spec, equal);
    Optional<PointGrades> grades = CountGrades.of(seen.results());
    return new SteadyStateFindings(
        seen.results().isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(
                seen.trials(),
                Stream.of(say(settings), equality).filter(each -> !each.isEmpty()).toList(),
                grades),
        seen.trials(),
        FindTrend.all(seen, quantities(seen.results())),
        settings,
        equal,
        equality,
        FindArrival.of(seen.results()),
        FindBias.of(seen.results()),
        grades);
  }

  private static List<TrendQuantity<SteadyStateMeasurement>> quantities(
      List<SteadyStateMeasurement> results) {
    List<TrendQuantity<SteadyStateMeasurement>> quantities =
        new ArrayList<>(
            List.of(
                TrendQuantity.<SteadyStateMeasurement>of(
                        "covariance-trace", "tr Σ", "θ²", trial -> trial.covariance().trace())
                    .withError(trial -> trial.covariance().traceError()),
                TrendQuantity.<SteadyStateMeasurement>of(
                        "excess-loss",
                        "Excess loss E L − L(θ*)",
                        "",
                        trial -> trial.fluctuation().excessLoss())
                    .withError(trial -> trial.fluctuation().excessLossError()),
                TrendQuantity.<SteadyStateMeasurement>of(
                        "first-ratio",
                        "First fluctuation-dissipation ratio",
                        "",
                        trial -> trial.fluctuation().firstRatio())
                    .withError(trial -> trial.fluctuation().firstError()),
                TrendQuantity.<SteadyStateMeasurement>of(
                        "second-ratio",
                        "Second fluctuation-dissipation ratio",
                        "",
                        trial -> trial.fluctuation().secondRatio())
                    .withError(trial -> trial.fluctuation().secondError())));
    if (!results.isEmpty()) {
      quantities.addAll(FindBias.quantities(FindBias.of(results).axis()));
      if (results.getFirst().basins().two()) {
        quantities.add(
            TrendQuantity.<SteadyStateMeasurement>of(
                    "right-basin", "Share of the right basin", "", trial -> trial.basins().right())
                .withError(trial -> trial.basins().rightError()));
      }
    }
    return quantities;
  }

  private static List<Setting> settings(At<SteadyStateMeasurement> at) {
    return at.results().stream()
        .collect(
            Collectors.groupingBy(
                trial -> trial.run().batchSize(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(batch -> setting(new At<>(at.temperature(), batch.getValue()), batch.getKey()))
        .toList();
  }

  private static Setting setting(At<SteadyStateMeasurement> at, int batchSize) {
    return new Setting(
        at.temperature(),
        batchSize,
        at.trials(),
        at.mean(trial -> trial.covariance().trace()),
        at.errorOfMean(trial -> trial.covariance().traceError()),
        at.mean(trial -> trial.covariance().traceTheory()),
        at.mean(trial -> trial.covariance().traceExact()));
  }

  private static String say(List<Setting> settings) {
    double[] ratios =
        settings.stream().mapToDouble(one -> one.trace() / one.theory()).sorted().toArray();
    String low = SayNumber.significant(ratios[0]);
    String high = SayNumber.significant(ratios[ratios.length - 1]);
    return "tr Σ is "
        + (low.equals(high) ? low : low + " to " + high)
        + " times that of HΣ + ΣH = T C.";
  }

  private static String verdicts(SteadyState spec, List<EqualTemperature> equal) {
    if (equal.isEmpty()) {
      return "";
    }
    return "Of "
        + equal.size()
        + (equal.size() == 1 ? " pair" : " pairs")
        + " of equal T and different η and B, "
        + Stream.of(Verdict.values())
            .map(verdict -> count(equal, verdict) + " " + verdict.id())
            .collect(Collectors.joining(", "))
        + ", within a margin of "
        + SayNumber.percent(spec.margin())
        + " by two one-sided tests at 5 %.";
  }

  private static long count(List<EqualTemperature> equal, Verdict verdict) {
    return equal.stream().filter(each -> each.verdict() == verdict).count();
  }
}
