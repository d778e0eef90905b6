package org.shiftscope.compute.finding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.statistics.JonckheereTerpstra;

/**
 * A number of trials along an axis, within each independent draw: trials of a draw share their
 * start and their samples over the axis, so that what draws differ by everywhere is no noise. What
 * is compared is the mean over a draw's trials at each place of the axis; trials of one split at
 * one place are no independent witnesses. A draw at one place alone has nothing to compare, and
 * does not count.
 *
 * @param cells the means by ascending place and then draw, those that count or not
 * @param draws how many have two places or more
 */
public record TrendWithinDraws(List<Cell> cells, int draws) {

  /** Differences below this share of the largest value are round-off, and no trend. */
  static final double NOISE = 1e-9;

  public TrendWithinDraws {
    cells = List.copyOf(cells);
  }

  /**
   * Takes the numbers.
   *
   * @param places of the trials, n
   * @param at where each stands on the axis, shape [n]; not modified
   * @param values shape [n]; trials whose value is not finite are left out; not modified
   */
  public static TrendWithinDraws of(List<Place> places, double[] at, double[] values) {
    long[] draws = NumberRuns.draws(places);
    List<Cell> cells =
        IntStream.range(0, values.length)
            .filter(i -> Double.isFinite(values[i]))
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> new Key(at[i], draws[i]), Collectors.averagingDouble(i -> values[i])))
            .entrySet()
            .stream()
            .map(mean -> new Cell(mean.getKey().at(), mean.getKey().draw(), mean.getValue()))
            .sorted(Comparator.comparingDouble(Cell::at).thenComparingLong(Cell::draw))
            .toList();
    return new TrendWithinDraws(
        cells, (int) byDraw(cells).values().stream().filter(of -> of.size() > 1).count());
  }

  /** How many places of the axis have a mean. */
  public int places() {
    return (int) cells.stream().mapToDouble(Cell::at).distinct().count();
  }

  /** Whether the means of any draw differ by more than round-off. */
  public boolean differs() {
    double largest = cells.stream().mapToDouble(cell -> Math.abs(cell.mean())).max().orElse(0);
    return byDraw(cells).values().stream().anyMatch(of -> range(of) > NOISE * largest);
  }

  /**
   * The test over all draws.
   *
   * @param stream what draws are resampled from
   */
  public JonckheereTerpstra test(RandomStreams stream) {
    return JonckheereTerpstra.of(
        cells.stream().mapToLong(Cell::draw).toArray(),
        cells.stream().mapToDouble(Cell::at).toArray(),
        cells.stream().mapToDouble(Cell::mean).toArray(),
        stream);
  }

  private static Map<Long, List<Cell>> byDraw(List<Cell> cells) {
    return cells.stream().collect(Collectors.groupingBy(Cell::draw));
  }

  private static double range(List<Cell> cells) {
    double[] means = cells.stream().mapToDouble(Cell::mean).toArray();
    return Arrays.stream(means).max().orElseThrow() - Arrays.stream(means).min().orElseThrow();
  }

  /**
   * The mean of a draw's trials at a place of the axis.
   *
   * @param at the place
   * @param draw its number
   * @param mean of the values
   */
  public record Cell(double at, long draw, double mean) {}

  private record Key(double at, long draw) {}
}
