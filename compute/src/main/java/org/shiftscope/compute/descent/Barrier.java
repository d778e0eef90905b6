package org.shiftscope.compute.descent;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.network.Objective;

/**
 * How high the loss climbs on the straight path from where a refinement starts to where it ends:
 * the largest rise above the lowest point before it. Where it is 0 the loss only falls on the way,
 * on 21 points, so that no barrier wider than a twentieth of the way lies between the two; where it
 * is not, the end may belong to another basin, or the valley between bends.
 *
 * <p>A rise that 21 points see is searched again ten times as finely around its lowest and its
 * highest point, until the points next to these differ from them by less than 1e-3 of the rise: so
 * little may lie between, at a kink too.
 */
public final class Barrier {

  /** Losses that {@link #between} takes, about: 21 where it only falls, 165 at most. */
  public static final double EXPECTED_LOSSES = 80;

  private static final int STEPS = 20;
  private static final int FINER = 10;
  private static final int MOST_PASSES = 4;
  private static final double TOLERANCE = 1e-3;

  /** Smaller rises than this part of the loss are rounding, in float32 layers. */
  private static final double ROUNDING = 1e-6;

  private final Objective loss;
  private final double[] start;
  private final double[] end;
  private final TreeMap<Double, Double> values = new TreeMap<>();

  private Barrier(Objective loss, double[] start, double[] end) {
    this.loss = loss;
    this.start = start;
    this.end = end;
  }

  /**
   * Measures; costs 21 losses where it only falls, and 36 more for each finer search.
   *
   * @param start shape [d], not modified
   * @param end shape [d], not modified
   * @return in units of loss, at least 0
   */
  public static double between(Objective loss, double[] start, double[] end) {
    return new Barrier(loss, start, end).height();
  }

  private double height() {
    take(IntStream.rangeClosed(0, STEPS).mapToObj(i -> i / (double) STEPS).toList());
    Rise rise = highest();
    double noise = ROUNDING * values.values().stream().mapToDouble(Math::abs).max().orElse(0);
    double spacing = 1.0 / STEPS;
    for (int pass = 0; pass < MOST_PASSES && rise.height > noise && open(rise, noise); pass++) {
      spacing /= FINER;
      take(around(rise, spacing));
      rise = highest();
    }
    return rise.height > noise ? rise.height : 0;
  }

  /** Whether more than the tolerance may lie beside its ends. */
  private boolean open(Rise rise, double noise) {
    return beside(rise.low) + beside(rise.high) > Math.max(noise, TOLERANCE * rise.height);
  }

  private double beside(double alpha) {
    return Stream.of(values.lowerKey(alpha), values.higherKey(alpha))
        .filter(Objects::nonNull)
        .mapToDouble(neighbour -> Math.abs(value(neighbour) - value(alpha)))
        .max()
        .orElse(0);
  }

  private double value(double alpha) {
    return Objects.requireNonNull(values.get(alpha));
  }

  private void take(Collection<Double> alphas) {
    double[] asked =
        alphas.stream()
            .filter(alpha -> !values.containsKey(alpha))
            .mapToDouble(alpha -> alpha)
            .toArray();
    double[] found = loss.valuesBetween(start, end, asked);
    for (int i = 0; i < asked.length; i++) {
      values.put(asked[i], found[i]);
    }
  }

  /** The points next to the rise's ends, up to those known before. */
  private static TreeSet<Double> around(Rise rise, double spacing) {
    TreeSet<Double> alphas = new TreeSet<>();
    for (double centre : new double[] {rise.low, rise.high}) {
      for (int k = 1 - FINER; k < FINER; k++) {
        alphas.add(Math.clamp(centre + k * spacing, 0, 1));
      }
    }
    return alphas;
  }

  private Rise highest() {
    Map.Entry<Double, Double> lowest = values.firstEntry();
    Rise rise = new Rise(0, 0, 0);
    for (Map.Entry<Double, Double> point : values.entrySet()) {
      if (point.getValue() < lowest.getValue()) {
        lowest = point;
      }
      double height = point.getValue() - lowest.getValue();
      if (height > rise.height) {
        rise = new Rise(lowest.getKey(), point.getKey(), height);
      }
    }
    return rise;
  }

  /**
   * A rise.
   *
   * @param low α of the lowest point before
   * @param high α of the highest after it
   */
  private record Rise(double low, double high, double height) {}
}
