package org.shiftscope.compute.kind.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.certificate.CountGrades;
import org.shiftscope.compute.decomposition.FindMixture;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.RemarkOnTraining;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Mixture;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.ShiftAtTime;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.SweepFindings.AtTime;
import org.shiftscope.compute.result.SweepFindings.Eq3;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.TemperatureSweep;

/** Finds the paper's trends and its check of Eq. 3 in a temperature sweep. */
final class FindSweep {

  private FindSweep() {}

  static SweepFindings of(
      TemperatureSweep sweep, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<ShiftMeasurement> seen = sort(sweep, results, include);
    Optional<Seen<Decomposition>> decomposed = decomposed(sweep, seen);
    List<TemperatureTrend> trends = trends(sweep, seen, decomposed);
    Eq3 eq3 = FindEq3.of(seen.map(ShiftMeasurement::last));
    List<AtTime> earlier = earlier(sweep, seen);
    Optional<Mixture> mixture = decomposed.map(FindMixture::of);
    Optional<PointGrades> grades = CountGrades.of(seen.results());
    return new SweepFindings(
        say(seen, saidOver(sweep, earlier, trends, eq3), mixture, grades),
        seen.trials(),
        trends,
        eq3,
        sweep.measures().map(_ -> FindLeague.of(seen)),
        mixture,
        grades,
        earlier);
  }

  /** Which trials count. */
  static Seen<ShiftMeasurement> sort(
      TemperatureSweep sweep, Map<Integer, ? extends TrialResult> results, Include include) {
    return new SortTrials<>(sweep, ShiftMeasurement.class, FindSweep::remarks)
        .sort(results, include);
  }

  /** Every term of Eq. 4 of the trials, where a window was asked for and a trial has ended. */
  static Optional<Seen<Decomposition>> decomposed(
      TemperatureSweep sweep, Seen<ShiftMeasurement> seen) {
    return sweep.window().isPresent() && !seen.results().isEmpty()
        ? Optional.of(seen.map(trial -> trial.decomposition().orElseThrow()))
        : Optional.empty();
  }

  private static List<TemperatureTrend> trends(
      TemperatureSweep sweep, Seen<ShiftMeasurement> seen, Optional<Seen<Decomposition>> terms) {
    List<TemperatureTrend> trends =
        new ArrayList<>(
            FindTrend.all(
                seen,
                sweep.curvature().isPresent()
                    ? SweepQuantities.withSpectra()
                    : SweepQuantities.atTheEnd()));
    terms.ifPresent(found -> trends.addAll(FindTrend.all(found, FindMixture.QUANTITIES)));
    return trends;
  }

  private static Set<Remark> remarks(ShiftMeasurement trial) {
    return RemarkOnTraining.of(trial.sgd(), trial.outcome(), trial.trainPoint(), trial.testPoint());
  }

  private static List<AtTime> earlier(TemperatureSweep sweep, Seen<ShiftMeasurement> seen) {
    List<FlowTime> times = sweep.refinement().flowTimes();
    return IntStream.range(0, sweep.refinement().earlierShares().size())
        .mapToObj(
            i ->
                at(
                    times.get(i),
                    seen.resampledBy("earlier flow time " + i)
                        .map(trial -> trial.atEachTime().get(i))))
        .toList();
  }

  private static AtTime at(FlowTime time, Seen<ShiftAtTime> seen) {
    return new AtTime(
        time.train(),
        time.test(),
        FindTrend.all(seen, SweepQuantities.atOneTime()),
        FindEq3.of(seen));
  }

  private static SayTrends saidOver(
      TemperatureSweep sweep, List<AtTime> earlier, List<TemperatureTrend> trends, Eq3 eq3) {
    return new SayTrends(
        sweep.refinement().flowTimes(),
        Stream.concat(earlier.stream().map(AtTime::trends), Stream.of(trends)).toList(),
        eq3);
  }

  private static List<String> say(
      Seen<ShiftMeasurement> seen,
      SayTrends trends,
      Optional<Mixture> mixture,
      Optional<PointGrades> grades) {
    return seen.results().isEmpty()
        ? SayTrials.nothing(seen.trials())
        : SayTrials.whole(
            seen.trials(),
            Stream.concat(
                    trends.sentences().stream(),
                    mixture.stream().flatMap(found -> found.sentences().stream()))
                .toList(),
            grades);
  }
}
