package org.shiftscope.compute.claim;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ClaimEvidence.Claimed;
import org.shiftscope.compute.result.ClaimEvidence.Effect;
import org.shiftscope.compute.result.ClaimEvidence.Subject;
import org.shiftscope.compute.statistics.BootstrapOverSeeds;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.RatioOfMeans;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * Weighs claims that means are above 0, by Student's t-tests over independent draws. A claim of
 * several means holds where all are: it is supported by the largest of their p (the
 * intersection–union test of Berger 1982), and contradicted by the smallest times their number
 * (Bonferroni). That a number lies within two margins is a claim of two such means, and its test
 * the two one-sided ones of Schuirmann (1987).
 */
public final class WeighMeans {

  /** Fewer draws have no spread by which anything is told. */
  static final int FEWEST = BootstrapOverSeeds.FEWEST_SEEDS;

  private static final String T_TEST = "t-test, paired by ";

  private WeighMeans() {}

  /**
   * That several numbers of the same trials are above 0 on average; the effect is the smallest.
   *
   * @param name what that is
   * @param unit its unit
   */
  public static ClaimEvidence above(Subject subject, String name, String unit, ByDraw numbers) {
    List<Uncertain> means =
        Stream.iterate(0, i -> i + 1).limit(numbers.means().size()).map(numbers::mean).toList();
    Uncertain least =
        means.stream().min(Comparator.comparingDouble(Uncertain::value)).orElseThrow();
    return of(
        subject,
        new Effect(name, least.value(), unit, interval(least), Claimed.ABOVE_ZERO),
        T_TEST + one(numbers.drawn()),
        means,
        numbers);
  }

  /**
   * That the ratio of the mean of the first number to that of the second, which is above 0, lies in
   * a range.
   */
  public static ClaimEvidence ratio(Subject subject, String name, ByDraw numbers, Claimed claimed) {
    RatioOfMeans ratio = RatioOfMeans.of(numbers.means().getFirst(), numbers.means().getLast());
    return of(
        subject,
        new Effect(name, ratio.value(), "", ratio.interval(), claimed),
        "two one-sided t-tests, paired by " + one(numbers.drawn()),
        List.of(ratio.beyond(claimed.from()), opposite(ratio.beyond(claimed.to()))),
        numbers);
  }

  /**
   * That an estimate, whose error is known otherwise, lies in a range.
   *
   * @param test what its error and this rest on
   * @param counts the trials and draws behind it
   */
  public static ClaimEvidence estimate(
      Subject subject, Effect named, Uncertain estimate, String test, ByDraw counts) {
    Claimed claimed = named.claimed();
    List<Uncertain> means =
        Stream.of(less(estimate, claimed.from()), opposite(less(estimate, claimed.to())))
            .filter(each -> Double.isFinite(each.value()))
            .toList();
    return of(subject, named, test, means, counts);
  }

  private static ClaimEvidence of(
      Subject subject, Effect effect, String test, List<Uncertain> means, ByDraw numbers) {
    boolean tells = numbers.draws() >= FEWEST && means.stream().allMatch(mean -> mean.error() > 0);
    double supports = means.stream().mapToDouble(WeighMeans::pAbove).max().orElseThrow();
    double against =
        means.stream()
            .map(WeighMeans::opposite)
            .mapToDouble(WeighMeans::pAbove)
            .min()
            .orElseThrow();
    double deviations =
        means.stream().mapToDouble(mean -> mean.value() / mean.error()).min().orElseThrow()
            / Math.sqrt(numbers.draws());
    return new ClaimEvidence(
        subject,
        effect,
        test,
        tells ? supports : Double.NaN,
        tells ? Math.min(1, means.size() * against) : Double.NaN,
        tells ? deviations : Double.NaN,
        false,
        numbers.trials(),
        numbers.draws(),
        numbers.drawn(),
        SayEffect.of(effect));
  }

  private static double pAbove(Uncertain mean) {
    // The other tail of −t: 1 − F(t) would lose all digits of a small p.
    return mean.error() > 0 && mean.freedom() > 0
        ? new TDistribution(mean.freedom()).cumulativeProbability(-mean.value() / mean.error())
        : Double.NaN;
  }

  /** The 95 % interval of a mean; none where its error is not known. */
  public static ConfidenceInterval interval(Uncertain mean) {
    return mean.freedom() > 0 && Double.isFinite(mean.error())
        ? mean.interval()
        : ConfidenceInterval.none();
  }

  private static Uncertain less(Uncertain estimate, double bound) {
    return new Uncertain(estimate.value() - bound, estimate.error(), estimate.freedom());
  }

  private static Uncertain opposite(Uncertain mean) {
    return new Uncertain(-mean.value(), mean.error(), mean.freedom());
  }

  private static String one(String drawn) {
    return drawn.substring(0, drawn.length() - 1);
  }
}
