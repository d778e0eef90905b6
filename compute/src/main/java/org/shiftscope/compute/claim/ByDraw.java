package org.shiftscope.compute.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.NumberRuns;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.statistics.Spread;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * Numbers of trials as means over the trials of each independent draw, which is a split where there
 * are several, else a seed: trials of one draw are no independent witnesses.
 *
 * @param trials those with all numbers
 * @param drawn "seeds" or "splits"
 * @param means one array for each number, by ascending draw, shape [draws]
 */
public record ByDraw(int trials, String drawn, List<double[]> means) {

  /**
   * Takes the means.
   *
   * @param places of the trials, n
   * @param numbers each of shape [n]; a trial without one of them is left out; not modified
   */
  public static ByDraw of(List<Place> places, double[]... numbers) {
    int[] known =
        IntStream.range(0, places.size())
            .filter(i -> Arrays.stream(numbers).allMatch(each -> Double.isFinite(each[i])))
            .toArray();
    long[] draws = NumberRuns.draws(places);
    Map<Long, List<Integer>> trials =
        Arrays.stream(known)
            .boxed()
            .collect(Collectors.groupingBy(i -> draws[i], TreeMap::new, Collectors.toList()));
    return new ByDraw(
        known.length,
        NumberRuns.drawn(places),
        Stream.of(numbers)
            .map(
                each ->
                    trials.values().stream()
                        .mapToDouble(
                            of -> of.stream().mapToDouble(i -> each[i]).average().orElseThrow())
                        .toArray())
            .toList());
  }

  /** How many draws there are. */
  public int draws() {
    return means.getFirst().length;
  }

  /** The mean over draws of one of the numbers, with its error. */
  public Uncertain mean(int number) {
    Spread spread = Spread.of(means.get(number));
    return new Uncertain(spread.mean(), spread.error(), spread.count() - 1.0);
  }
}
