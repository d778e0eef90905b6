package org.shiftscope.compute.finding;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.shiftscope.compute.result.CountedTrials.Place;

/**
 * Numbers the runs of an experiment, and what is drawn independently of each other in it.
 *
 * <p>A run is all trials of one seed and one split: they share their start, their shuffles and
 * their samples over all temperatures. Runs of different seeds on one split share its samples, so
 * that with several splits it is these that are independent draws, each with all of its seeds.
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
      return seeds(places);
    }
    List<Run> distinct = places.stream().map(Run::of).distinct().sorted().toList();
    return places.stream()
        .mapToLong(place -> Collections.binarySearch(distinct, Run.of(place)))
        .toArray();
  }

  /**
   * The independent draw that each trial belongs to, within which a trend is judged: its split
   * where there are several, else its seed.
   *
   * @return shape [n]
   */
  public static long[] draws(List<Place> places) {
    return overSplits(places)
        ? places.stream().mapToLong(place -> place.split().orElse(Run.GIVEN)).toArray()
        : seeds(places);
  }

  /** What is drawn: "seeds" or "splits". */
  public static String drawn(List<Place> places) {
    return overSplits(places) ? "splits" : "seeds";
  }

  /** Whether draws are splits. */
  public static boolean overSplits(List<Place> places) {
    return places.stream().map(Place::split).distinct().count() > 1;
  }

  /** Whether trials have splits of their own, so that a run is a seed on a split. */
  public static boolean onSplits(List<Place> places) {
    return places.stream().anyMatch(place -> place.split().isPresent());
  }

  private static long[] seeds(List<Place> places) {
    return places.stream().mapToLong(Place::seed).toArray();
  }

  /** A split and a seed. */
  private record Run(long split, long seed) implements Comparable<Run> {

    static final long GIVEN = -1;

    private static final Comparator<Run> ORDER =
        Comparator.comparingLong(Run::split).thenComparingLong(Run::seed);

    static Run of(Place place) {
      return new Run(place.split().orElse(GIVEN), place.seed());
    }

    @Override
    public int compareTo(Run other) {
      return ORDER.compare(this, other);
    }
  }
}
