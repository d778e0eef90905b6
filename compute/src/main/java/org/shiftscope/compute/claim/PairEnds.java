package org.shiftscope.compute.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.shiftscope.compute.finding.NumberRuns;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.result.CountedTrials.Place;

/**
 * Trials at the lowest and the highest temperature in pairs of one run: a seed on a split.
 *
 * @param places of the trials at the lowest, shape [pairs]
 * @param lowest those
 * @param highest the others of the pairs
 */
public record PairEnds<R>(List<Place> places, List<R> lowest, List<R> highest) {

  /** Pairs them; none where there is one temperature. */
  public static <R> PairEnds<R> of(Seen<R> seen) {
    List<Double> temperatures = seen.temperatures();
    long[] runs = NumberRuns.of(seen.places());
    Map<Long, Integer> high = new HashMap<>();
    for (int i = 0; i < runs.length; i++) {
      if (temperatures.size() > 1 && seen.places().get(i).temperature() == temperatures.getLast()) {
        high.put(runs[i], i);
      }
    }
    int[] low =
        IntStream.range(0, runs.length)
            .filter(i -> seen.places().get(i).temperature() == temperatures.getFirst())
            .filter(i -> high.containsKey(runs[i]))
            .toArray();
    return new PairEnds<>(
        IntStream.of(low).mapToObj(seen.places()::get).toList(),
        IntStream.of(low).mapToObj(seen.results()::get).toList(),
        IntStream.of(low)
            .mapToObj(i -> seen.results().get(Objects.requireNonNull(high.get(runs[i]))))
            .toList());
  }

  /** A number at the highest less that at the lowest, shape [pairs]. */
  public double[] change(ToDoubleFunction<R> value) {
    double[] first = atLowest(value);
    return IntStream.range(0, first.length)
        .mapToDouble(i -> value.applyAsDouble(highest.get(i)) - first[i])
        .toArray();
  }

  /** A number at the lowest, shape [pairs]. */
  public double[] atLowest(ToDoubleFunction<R> value) {
    return lowest.stream().mapToDouble(value).toArray();
  }
}
