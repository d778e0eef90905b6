package org.shiftscope.compute.finding;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.shiftscope.compute.result.CountedTrials.Place;

/**
 * Numbers the runs of an experiment: the trials of one seed and one split share their start, their
 * shuffles and their samples over all temperatures, so that resamples and permutations take them
 * together.
 */
public final class NumberRuns {

  private NumberRuns() {}

  /**
   * The run of each trial: its seed where all have the split as it is given, else a number from 0
   * in the order of splits and then of seeds.
   *
   * @return shape [n]
   */
  public static long[] of(List<Place> places) {
    if (!onSplits(places)) {
      return places.stream().mapToLong(Place::seed).toArray();
    }
    List<Run> distinct = places.stream().map(Run::of).distinct().sorted().toList();
    return places.stream()
        .mapToLong(place -> Collections.binarySearch(distinct, Run.of(place)))
        .toArray();
  }

  /** Whether trials have splits of their own, so that a run is a seed on a split. */
  public static boolean onSplits(List<Place> places) {
    return places.stream().anyMatch(place -> place.split().isPresent());
  }

  /** A split, −1 for the given one, and a seed. */
  private record Run(long split, long seed) implements Comparable<Run> {

    private static final Comparator<Run> ORDER =
        Comparator.comparingLong(Run::split).thenComparingLong(Run::seed);

    static Run of(Place place) {
      return new Run(place.split().orElse(-1L), place.seed());
    }

    @Override
    public int compareTo(Run other) {
      return ORDER.compare(this, other);
    }
  }
}
