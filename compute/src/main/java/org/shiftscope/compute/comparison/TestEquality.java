package org.shiftscope.compute.comparison;

import org.shiftscope.compute.claim.ByDraw;
import org.shiftscope.compute.result.ExperimentComparison.AtEqualTemperature;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.statistics.BootstrapOverSeeds;
import org.shiftscope.compute.statistics.TwoOneSidedTests;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * Tests whether a quantity is equal in two experiments at one temperature: by two one-sided t-tests
 * of the mean difference over independent draws, in pairs where three draws have them. Trials of
 * one seed share start and shuffles, so that pairs take the seeds' spread out of the difference.
 * Else by Welch's test, which is the more cautious where a pair or two are among the trials.
 *
 * @param temperature T
 * @param trials those of both experiments at T
 * @param margin NaN where there is none
 */
record TestEquality(double temperature, PairTrials trials, double margin) {

  private static final int FEWEST = BootstrapOverSeeds.FEWEST_SEEDS;

  /** Not yet adjusted for the other tests. */
  AtEqualTemperature of(Series reference, Series other) {
    ByDraw pairs = trials.paired(reference, other);
    return pairs.draws() >= FEWEST
        ? judge(pairs.trials(), pairs, pairs.mean(0), pairs.mean(1), pairs.mean(2))
        : unpaired(trials.ofReference(reference), trials.ofOther(other));
  }

  private AtEqualTemperature unpaired(ByDraw reference, ByDraw other) {
    ByDraw fewer = reference.draws() < other.draws() ? reference : other;
    Uncertain first = reference.mean(0);
    Uncertain second = other.mean(0);
    Uncertain difference =
        fewer.draws() >= FEWEST
            ? second.minus(first)
            : new Uncertain(second.value() - first.value(), Double.NaN, 0);
    return judge(0, fewer, first, second, difference);
  }

  private AtEqualTemperature judge(
      int pairs, ByDraw draws, Uncertain reference, Uncertain other, Uncertain difference) {
    var test = TwoOneSidedTests.ofDifference(difference, margin);
    return new AtEqualTemperature(
        temperature,
        pairs,
        draws.draws(),
        draws.drawn(),
        reference.value(),
        other.value(),
        difference.value(),
        test.interval(),
        test.pValue(),
        TwoOneSidedTests.beyond(difference, margin),
        Double.NaN,
        test.verdict());
  }
}
