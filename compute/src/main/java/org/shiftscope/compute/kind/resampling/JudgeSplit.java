package org.shiftscope.compute.kind.resampling;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.ResamplingFindings.Comparison;
import org.shiftscope.compute.result.ResamplingFindings.DistributionShift;
import org.shiftscope.compute.result.ResamplingFindings.PlausibleDraw;
import org.shiftscope.compute.result.ResamplingFindings.Runs;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.Spread;
import org.shiftscope.compute.statistics.TwoOneSidedTests;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * Judges whether the given split is like the shuffled ones, by two questions. Equivalence: is its
 * mean within the margin of the mean over all splits? That is told the better, the more seeds there
 * are. Plausible draw: could it be one of them? Splits differ by chance, and the given one is one
 * split, so that no number of seeds answers better than the spread of the shuffled ones allows. No
 * shift is said where the first is yes; a shift where both are no and the given split's value is
 * the higher: shuffling mixes two distributions, and takes away what one costs on the other. All
 * else is undecided.
 *
 * @param title of the quantity; sentences begin with it
 * @param given the values by seed
 * @param shuffled the values of the same seeds
 * @param margin above 0, in units of the quantity
 */
record JudgeSplit(String title, Runs given, Runs shuffled, double margin) {

  static final int FEWEST = 3;

  private static final double LEVEL = 0.05;
  private static final int MOST_SEEDS = 10_000;

  Comparison judge(String id, String unit) {
    int n = given.trials().size();
    return n < FEWEST ? tooFew(id, unit, n) : judge(id, unit, n);
  }

  private Comparison judge(String id, String unit, int n) {
    Spread spread = Spread.of(differences(n));
    var difference = new Uncertain(spread.mean(), spread.error(), n - 1);
    TwoOneSidedTests equivalence = TwoOneSidedTests.of(difference, 0, margin);
    PlausibleDraw draw = draw(n);
    DistributionShift shift = shift(equivalence, draw, difference.value());
    int needed = equivalence.verdict() == Verdict.UNDECIDED ? needed(spread, draw) : 0;
    return new Comparison(
        id,
        title,
        unit,
        given,
        shuffled,
        difference.value(),
        difference.interval(),
        margin,
        Optional.of(equivalence),
        draw,
        shift,
        needed,
        say(difference, draw, shift, needed));
  }

  private double[] differences(int n) {
    double[] differences = new double[n];
    Arrays.setAll(differences, i -> given.values().get(i) - shuffled.values().get(i));
    return differences;
  }

  private PlausibleDraw draw(int n) {
    var t = new TDistribution(n - 1.0);
    double error = shuffled.deviation() * Math.sqrt(1 + 1.0 / n);
    double half = t.inverseCumulativeProbability(1 - LEVEL / 2) * error;
    double off = Math.abs(given.mean() - shuffled.mean());
    double distance = off == 0 ? 0 : off / error;
    int below =
        (int) shuffled.values().values().stream().filter(value -> value < given.mean()).count();
    return new PlausibleDraw(
        new ConfidenceInterval(shuffled.mean() - half, shuffled.mean() + half),
        Math.min(1, 2 * t.cumulativeProbability(-distance)),
        below,
        Math.min(1, 2.0 * (Math.min(below, n - below) + 1) / (n + 1)));
  }

  private static DistributionShift shift(
      TwoOneSidedTests equivalence, PlausibleDraw draw, double difference) {
    return switch (equivalence.verdict()) {
      case EQUIVALENT -> DistributionShift.NONE;
      case DIFFERENT ->
          draw.pValue() < LEVEL && difference > 0
              ? DistributionShift.FOUND
              : DistributionShift.UNDECIDED;
      case UNDECIDED -> DistributionShift.UNDECIDED;
    };
  }

  /** 0 where the given split lies beyond the margin as shuffled ones do, or below them. */
  private int needed(Spread spread, PlausibleDraw draw) {
    double distance = margin - Math.abs(spread.mean());
    if (distance < 0 && (draw.pValue() >= LEVEL || spread.mean() < 0)) {
      return 0;
    }
    double t = new TDistribution(spread.count() - 1.0).inverseCumulativeProbability(1 - LEVEL);
    double seeds = Math.ceil(Math.pow(t * spread.deviation() / distance, 2));
    return (int) Math.min(MOST_SEEDS, Math.max(spread.count() + 1, seeds));
  }

  private String say(
      Uncertain difference, PlausibleDraw draw, DistributionShift shift, int needed) {
    String numbers =
        title
            + " is "
            + SayNumber.significant(given.mean())
            + " on the given split and "
            + SayNumber.significant(shuffled.mean())
            + " on shuffled ones, a difference of "
            + SayNumber.significant(difference.value())
            + SayNumber.interval(difference.interval())
            + " over "
            + given.trials().size()
            + " pairs; ";
    return numbers + plausible(draw) + " " + conclusion(draw, shift, needed);
  }

  private String plausible(PlausibleDraw draw) {
    String among =
        draw.below()
            + " of the "
            + shuffled.trials().size()
            + " shuffled ones lie below it, and 19 of 20 further ones would lie in"
            + SayNumber.interval(draw.interval());
    return (draw.pValue() < LEVEL
            ? "the given split is no likely draw among them (p = "
            : "the given split is a plausible draw among them (p = ")
        + SayNumber.significant(draw.pValue(), 2)
        + "): "
        + among
        + ".";
  }

  private String conclusion(PlausibleDraw draw, DistributionShift shift, int needed) {
    String size = "± " + SayNumber.significant(margin);
    return switch (shift) {
      case NONE ->
          "So there is no distribution shift beyond "
              + size
              + (draw.pValue() < LEVEL ? ", though the split is not like others." : ".");
      case FOUND -> "So there is a distribution shift, beyond " + size + ".";
      case UNDECIDED ->
          "Whether there is a distribution shift beyond "
              + size
              + " is undecided: "
              + (needed == 0 ? beyond(draw) : needs(needed));
    };
  }

  private String beyond(PlausibleDraw draw) {
    return draw.pValue() < LEVEL
        ? "it is lower than on shuffled ones, where another distribution to test on would make it higher. It is a lucky split, or"
            + " one of easier samples; more seeds would not tell."
        : "the difference is as large, but shuffled splits differ as much by chance. More samples would tell, more seeds would"
            + " not.";
  }

  private static String needs(int needed) {
    return needed >= MOST_SEEDS
        ? "the difference is too close to the margin for any number of seeds that could be run."
        : "it needs about " + needed + " seeds.";
  }

  private Comparison tooFew(String id, String unit, int n) {
    return new Comparison(
        id,
        title,
        unit,
        given,
        shuffled,
        given.mean() - shuffled.mean(),
        ConfidenceInterval.none(),
        margin,
        Optional.empty(),
        new PlausibleDraw(ConfidenceInterval.none(), Double.NaN, 0, Double.NaN),
        DistributionShift.UNDECIDED,
        FEWEST,
        title
            + " has "
            + n
            + (n == 1 ? " pair" : " pairs")
            + " of trials of one seed on the given split and on a shuffled one: nothing is claimed below three.");
  }
}
