package org.shiftscope.compute.kind.decomposition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shiftscope.compute.decomposition.FindMixture;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.HardlyTrained;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.RemarkOnTraining;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.DecompositionFindings;
import org.shiftscope.compute.result.DecompositionMeasurement;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.result.Mixture;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.LossDecomposition;

/** Finds what the terms of Eq. 4 came to over the trials. */
final class FindDecomposition {

  private FindDecomposition() {}

  static DecompositionFindings of(
      LossDecomposition spec, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<DecompositionMeasurement> trials =
        new SortTrials<>(spec, DecompositionMeasurement.class, FindDecomposition::remarks)
            .sort(results, include);
    Seen<Decomposition> seen = trials.map(DecompositionMeasurement::decomposition);
    Mixture mixture = FindMixture.of(seen);
    return new DecompositionFindings(
        seen.results().isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(seen.trials(), mixture.sentence() + standing(trials.results())),
        seen.trials(),
        FindTrend.all(seen, FindMixture.QUANTITIES),
        mixture);
  }

  private static String standing(List<DecompositionMeasurement> trials) {
    long none =
        trials.stream()
            .flatMap(trial -> trial.testPoint().certificate().stream())
            .filter(certificate -> certificate.grade() == Grade.NOT_A_MINIMUM)
            .count();
    return none == 0
        ? ""
        : " In "
            + none
            + " of "
            + SayNumber.trials(trials.size())
            + " the test point is not a minimum: the slope's term is what Eq. 4 leaves out there.";
  }

  private static Set<Remark> remarks(DecompositionMeasurement trial) {
    return RemarkOnTraining.of(
        trial.sgd(),
        trial.outcome() == Outcome.UNCONVERGED,
        HardlyTrained.is(trial.sgd(), trial.trainPoint()));
  }
}
