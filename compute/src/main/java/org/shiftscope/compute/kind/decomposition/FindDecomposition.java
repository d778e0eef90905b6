package org.shiftscope.compute.kind.decomposition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shiftscope.compute.certificate.CountGrades;
import org.shiftscope.compute.decomposition.FindMixture;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.RemarkOnTraining;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.DecompositionFindings;
import org.shiftscope.compute.result.DecompositionMeasurement;
import org.shiftscope.compute.result.Mixture;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.LossDecomposition;

/** Finds what the terms of Eq. 4 came to over the trials. */
final class FindDecomposition {

  private FindDecomposition() {}

  static DecompositionFindings of(
      LossDecomposition spec, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<DecompositionMeasurement> trials = sort(spec, results, include);
    Seen<Decomposition> seen = trials.map(DecompositionMeasurement::decomposition);
    Mixture mixture = FindMixture.of(seen);
    Optional<PointGrades> grades = CountGrades.of(trials.results());
    return new DecompositionFindings(
        seen.results().isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(
                seen.trials(), mixture.sentences(), grades.map(FindDecomposition::withWhatItMeans)),
        seen.trials(),
        FindTrend.all(seen, FindMixture.QUANTITIES),
        mixture,
        grades);
  }

  /** Which trials count. */
  static Seen<DecompositionMeasurement> sort(
      LossDecomposition spec, Map<Integer, ? extends TrialResult> results, Include include) {
    return new SortTrials<>(spec, DecompositionMeasurement.class, FindDecomposition::remarks)
        .sort(results, include);
  }

  /** Where test points are no minima. */
  private static PointGrades withWhatItMeans(PointGrades grades) {
    boolean none =
        grades.points().stream()
            .anyMatch(each -> each.symbol().equals(CertifiedPoint.TEST) && each.notAMinimum() > 0);
    return none
        ? new PointGrades(
            grades.points(),
            Stream.concat(
                    grades.sentences().stream(),
                    Stream.of(
                        "Where the test point is not one, Eq. 4 leaves out the slope's term."))
                .toList())
        : grades;
  }

  private static Set<Remark> remarks(DecompositionMeasurement trial) {
    return RemarkOnTraining.of(trial.sgd(), trial.outcome(), trial.trainPoint(), trial.testPoint());
  }
}
