package org.shiftscope.compute.kind.twostage;

import org.shiftscope.compute.kind.twostage.CompareEqualTemperatures.Cell;
import org.shiftscope.compute.result.TwoStageFindings.Loss;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.Spread;
import org.shiftscope.compute.statistics.TwoOneSidedTests;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * The differences of a loss between two settings, initialisation by initialisation.
 *
 * @param differences other − reference, over the initialisations that have both
 */
record Pairs(Spread differences) {

  /** What the tests said; interval and p are NaN below three pairs. */
  record Compared(
      int pairs, double difference, ConfidenceInterval interval, double pValue, Verdict verdict) {}

  static Pairs of(Loss loss, Cell reference, Cell other) {
    return new Pairs(
        Spread.of(
            reference.losses().keySet().stream()
                .filter(other.losses()::containsKey)
                .sorted()
                .mapToDouble(at -> other.of(loss, at) - reference.of(loss, at))
                .toArray()));
  }

  /** Tests whether the mean difference lies within ± a margin, nats. */
  Compared within(double margin) {
    int pairs = differences.count();
    double mean = differences.mean();
    var test =
        TwoOneSidedTests.ofDifference(
            new Uncertain(mean, differences.error(), pairs - 1.0), margin);
    return new Compared(pairs, mean, test.interval(), test.pValue(), test.verdict());
  }
}
