package org.shiftscope.compute.kind.resampling;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.shiftscope.compute.claim.WeighTrend;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ClaimEvidence.Claimed;
import org.shiftscope.compute.result.ClaimEvidence.Effect;
import org.shiftscope.compute.result.ClaimEvidence.Subject;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.ResamplingFindings;
import org.shiftscope.compute.result.ResamplingFindings.Comparison;
import org.shiftscope.compute.result.ResamplingFindings.DistributionShift;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.compute.statistics.Spread;

/** What resampling holds for or against C8 and C9. */
final class ClaimResampling {

  private ClaimResampling() {}

  static List<ClaimEvidence> of(
      Resampling spec, Seen<ShiftMeasurement> seen, ResamplingFindings found) {
    return seen.results().isEmpty()
        ? List.of()
        : Stream.concat(
                found.shuffle().stream()
                    .map(each -> oneDistribution(each.comparisons().getFirst())),
                spec.sizes().stream()
                    .flatMap(sizes -> finite(new FindSizeTrends(spec, seen, sizes).drawn())))
            .toList();
  }

  /**
   * C8: the given split is within the margin of shuffled ones. It is contradicted where it is above
   * the margin and no likely draw among them too, as the findings have it: both must be so, and the
   * larger p is that of both.
   */
  private static ClaimEvidence oneDistribution(Comparison compared) {
    Spread differences = Spread.of(differences(compared));
    double supports = compared.equivalencePValue();
    return new ClaimEvidence(
        new Subject(
            Claim.C8,
            compared.id(),
            compared.title() + ", given split less shuffled ones",
            "",
            Optional.empty(),
            "shuffle",
            "shuffle-" + compared.id()),
        new Effect(
            "The difference",
            compared.difference(),
            compared.unit(),
            compared.interval(),
            Claimed.about(0, compared.margin())),
        "two one-sided t-tests, paired by seed; against it, whether the given split is a likely draw too",
        supports,
        Double.isNaN(supports)
            ? Double.NaN
            : Math.max(above(differences, compared.margin()), higher(compared)),
        moreSeedsTell(compared)
            ? (compared.margin() - Math.abs(differences.mean())) / differences.deviation()
            : Double.NaN,
        false,
        2 * differences.count(),
        differences.count(),
        "seeds",
        compared.sentence());
  }

  private static double[] differences(Comparison compared) {
    double[] differences = compared.given().values().toArray();
    Arrays.setAll(differences, i -> differences[i] - compared.shuffled().values().get(i));
    return differences;
  }

  /** Whether more seeds would tell, where these do not. */
  private static boolean moreSeedsTell(Comparison compared) {
    return compared.shift() != DistributionShift.UNDECIDED || compared.seedsNeeded() > 0;
  }

  /** p that the mean difference is above the margin. */
  private static double above(Spread differences, double margin) {
    double t = (differences.mean() - margin) / differences.error();
    return new TDistribution(differences.count() - 1.0).cumulativeProbability(-t);
  }

  /** p, one-sided, that the given split is no higher draw than shuffled ones. */
  private static double higher(Comparison compared) {
    double half = compared.draw().pValue() / 2;
    return compared.difference() > 0 ? half : 1 - half;
  }

  /** C9. */
  private static Stream<ClaimEvidence> finite(Seen<ShiftMeasurement> drawn) {
    double[] sizes = drawn.places().stream().mapToDouble(Place::temperature).toArray();
    var trend = new WeighTrend("n", sizes, drawn.places(), drawn.stream().split("claims"));
    return Stream.of(FindResampling.TEST_LOSS, FindResampling.SHIFT)
        .map(quantity -> trend.falls(about(quantity), drawn.each(quantity.value())));
  }

  private static Subject about(TrendQuantity<ShiftMeasurement> quantity) {
    return new Subject(
        Claim.C9,
        quantity.id(),
        quantity.title() + " against the samples n",
        "",
        Optional.empty(),
        "sizes",
        "size-" + quantity.id());
  }
}
