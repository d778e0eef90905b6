package org.shiftscope.compute.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shiftscope.compute.finding.NumberRuns;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ClaimEvidence.Claimed;
import org.shiftscope.compute.result.ClaimEvidence.Effect;
import org.shiftscope.compute.result.ClaimEvidence.Subject;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.statistics.BootstrapOverSeeds;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.JonckheereTerpstra;
import org.shiftscope.compute.statistics.RankCorrelation;

/**
 * Weighs claims that a number rises, or falls, along an axis: by the test of Jonckheere and
 * Terpstra over the means of each independent draw at each place of the axis, and by the interval
 * of Spearman's ρ over resampled draws.
 *
 * @param axis what the axis is: "T"
 * @param at where each trial stands on it, shape [n]; not modified
 * @param places of the trials, n
 * @param stream what resamples are drawn from
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record WeighTrend(String axis, double[] at, List<Place> places, RandomStreams stream) {

  private static final int FEWEST_PLACES = 3;

  /** Differences below this share of the largest value are round-off, and no trend. */
  private static final double NOISE = 1e-9;

  private static final String TEST = "Jonckheere–Terpstra, and Spearman by the bootstrap over ";

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
    List<Cell> cells = cells(values);
    int draws = (int) cells.stream().mapToLong(Cell::draw).distinct().count();
    int trials = (int) Arrays.stream(values).filter(Double::isFinite).count();
    double[] x = cells.stream().mapToDouble(Cell::at).toArray();
    double[] y = cells.stream().mapToDouble(Cell::mean).toArray();
    boolean tells = draws >= WeighMeans.FEWEST && distinct(x) >= FEWEST_PLACES && differ(y);
    var spearman = new RankCorrelation(x, y);
    JonckheereTerpstra jonckheere = JonckheereTerpstra.of(x, y);
    double z = (rises ? 1 : -1) * jonckheere.z();
    double onTheSide = jonckheere.pValue() / 2;
    Effect effect =
        new Effect(
            "Spearman's ρ with " + axis,
            tells ? spearman.rho() : Double.NaN,
            "",
            tells ? interval(subject, cells, spearman) : ConfidenceInterval.none(),
            rises ? Claimed.ABOVE_ZERO : Claimed.BELOW_ZERO);
    return new ClaimEvidence(
        subject,
        effect,
        TEST + ByDraw.drawn(places),
        tells ? (z > 0 ? onTheSide : 1 - onTheSide) : Double.NaN,
        tells ? (z > 0 ? 1 - onTheSide : onTheSide) : Double.NaN,
        tells ? z / Math.sqrt(draws) : Double.NaN,
        trials,
        draws,
        ByDraw.drawn(places),
        say(cells, effect));
  }

  private static long distinct(double[] x) {
    return Arrays.stream(x).distinct().count();
  }

  private static boolean differ(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double largest = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    return sorted[sorted.length - 1] - sorted[0] > NOISE * largest;
  }

  private ConfidenceInterval interval(Subject subject, List<Cell> cells, RankCorrelation spearman) {
    return new BootstrapOverSeeds(
            cells.stream().mapToLong(Cell::draw).toArray(), stream.split(subject.id()))
        .of(spearman::rho);
  }

  private List<Cell> cells(double[] values) {
    long[] draws = NumberRuns.draws(places);
    Map<Double, Map<Long, Double>> means =
        IntStream.range(0, values.length)
            .filter(i -> Double.isFinite(values[i]))
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> at[i],
                    TreeMap::new,
                    Collectors.groupingBy(
                        i -> draws[i], TreeMap::new, Collectors.averagingDouble(i -> values[i]))));
    return means.entrySet().stream()
        .flatMap(
            place ->
                place.getValue().entrySet().stream()
                    .map(draw -> new Cell(place.getKey(), draw.getKey(), draw.getValue())))
        .toList();
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

  /** The mean of a draw's trials at a place of the axis. */
  private record Cell(double at, long draw, double mean) {}
}
