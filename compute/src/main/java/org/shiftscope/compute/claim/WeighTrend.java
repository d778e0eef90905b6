package org.shiftscope.compute.claim;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.compute.finding.NumberRuns;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.TrendWithinDraws;
import org.shiftscope.compute.finding.TrendWithinDraws.Cell;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ClaimEvidence.Claimed;
import org.shiftscope.compute.result.ClaimEvidence.Effect;
import org.shiftscope.compute.result.ClaimEvidence.Subject;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.JonckheereTerpstra;
import org.shiftscope.compute.statistics.RankCorrelation;

/**
 * Weighs claims that a number rises, or falls, along an axis: by the test of Jonckheere and
 * Terpstra within draws, over the means of each independent draw at each place of the axis, and by
 * the interval of Kendall's τ over the same pairs.
 *
 * @param axis what the axis is: "T"
 * @param at where each trial stands on it, shape [n]; not modified
 * @param places of the trials, n
 * @param stream what resamples are drawn from
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record WeighTrend(String axis, double[] at, List<Place> places, RandomStreams stream) {

  private static final int FEWEST_PLACES = 3;

  /** Along the temperature. */
  public static WeighTrend alongTemperature(List<Place> places, RandomStreams stream) {
    return new WeighTrend(
        "T", places.stream().mapToDouble(Place::temperature).toArray(), places, stream);
  }

  /**
   * That a number falls along the axis.
   *
   * @param values of the trials, shape [n], NaN where one has none; not modified
   */
  public ClaimEvidence falls(Subject subject, double[] values) {
    return weigh(subject, values, false);
  }

  /** That it rises. */
  public ClaimEvidence rises(Subject subject, double[] values) {
    return weigh(subject, values, true);
  }

  private ClaimEvidence weigh(Subject subject, double[] values, boolean rises) {
    TrendWithinDraws trend = TrendWithinDraws.of(places, at, values);
    String drawn = NumberRuns.drawn(places);
    boolean tells =
        trend.draws() >= WeighMeans.FEWEST && trend.places() >= FEWEST_PLACES && trend.differs();
    JonckheereTerpstra jonckheere = trend.test(stream.split(subject.id()));
    double z = (rises ? 1 : -1) * jonckheere.z();
    double onTheSide = jonckheere.pValue() / 2;
    Effect effect =
        new Effect(
            "Kendall's τ with " + axis + " within " + drawn,
            tells ? jonckheere.tau().value() : Double.NaN,
            "",
            tells ? jonckheere.tau().interval() : ConfidenceInterval.none(),
            rises ? Claimed.ABOVE_ZERO : Claimed.BELOW_ZERO);
    return new ClaimEvidence(
        subject,
        effect,
        test(drawn, jonckheere),
        tells ? (z > 0 ? onTheSide : 1 - onTheSide) : Double.NaN,
        tells ? (z > 0 ? 1 - onTheSide : onTheSide) : Double.NaN,
        tells ? z / Math.sqrt(trend.draws()) : Double.NaN,
        true,
        (int) Arrays.stream(values).filter(Double::isFinite).count(),
        trend.draws(),
        drawn,
        tells ? say(trend.cells(), effect) + spearman(values) : say(trend.cells(), effect));
  }

  private static String test(String drawn, JonckheereTerpstra jonckheere) {
    String distribution = jonckheere.exact() ? ", exact" : ", by the normal approximation";
    return "Jonckheere–Terpstra within "
        + drawn
        + (Double.isNaN(jonckheere.pValue()) ? "" : distribution)
        + ", and Kendall's τ by the bootstrap over "
        + drawn;
  }

  private String spearman(double[] values) {
    int[] known =
        IntStream.range(0, values.length).filter(i -> Double.isFinite(values[i])).toArray();
    var spearman =
        new RankCorrelation(
            Arrays.stream(known).mapToDouble(i -> at[i]).toArray(),
            Arrays.stream(known).mapToDouble(i -> values[i]).toArray());
    return " Spearman's ρ over all trials is " + SayNumber.significant(spearman.rho()) + ".";
  }

  private String say(List<Cell> cells, Effect effect) {
    if (cells.isEmpty()) {
      return "It was not measured.";
    }
    double first = cells.getFirst().at();
    double last = cells.getLast().at();
    return "On average "
        + SayNumber.significant(mean(cells, first))
        + " at "
        + axis
        + " = "
        + SayNumber.significant(first)
        + (first == last
            ? "; a trend needs three."
            : " and "
                + SayNumber.significant(mean(cells, last))
                + " at "
                + SayNumber.significant(last)
                + ". "
                + SayEffect.of(effect));
  }

  private static double mean(List<Cell> cells, double at) {
    return cells.stream()
        .filter(cell -> cell.at() == at)
        .mapToDouble(Cell::mean)
        .average()
        .orElseThrow();
  }
}
