package org.shiftscope.compute.kind.sweep;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayTimes;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.ShiftAtTime;
import org.shiftscope.compute.result.SweepFindings.Eq3;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.result.TemperatureTrend.Tested;
import org.shiftscope.compute.spec.FlowTime;

/**
 * Says where the shift-curvature goes with the temperature, at every flow time: none stands for the
 * others.
 *
 * @param times of the flows, ascending; empty where they are none
 * @param trends at each of them, at least those of the end
 * @param eq3 at the last
 */
record SayTrends(List<FlowTime> times, List<List<TemperatureTrend>> trends, Eq3 eq3) {

  List<String> sentences() {
    Tested byFit = test(SweepQuantities.BY_FIT, trends.size() - 1);
    Stream<String> found =
        times.size() > 1
            ? Stream.of(
                over(SweepQuantities.BY_FIT),
                over(SweepQuantities.EXACT),
                "At " + SayTimes.one(times.getLast()) + ": " + byFit.sentence())
            : Stream.of(byFit.sentence(), exact(byFit), only(byFit));
    return Stream.concat(found, Stream.of(eq3.sentence())).filter(each -> !each.isEmpty()).toList();
  }

  /** Empty where nothing can be claimed at any time, which the end's own sentence tells. */
  private String over(TrendQuantity<ShiftAtTime> quantity) {
    Map<Direction, List<FlowTime>> byDirection = new EnumMap<>(Direction.class);
    IntStream.range(0, times.size())
        .boxed()
        .collect(Collectors.groupingBy(i -> test(quantity, i).direction()))
        .forEach(
            (direction, at) -> byDirection.put(direction, at.stream().map(times::get).toList()));
    if (byDirection.keySet().equals(Set.of(Direction.UNKNOWN))) {
      return "";
    }
    String told =
        byDirection.size() == 1
            ? alike(byDirection.keySet().iterator().next())
            : byDirection.entrySet().stream()
                .map(entry -> said(entry.getKey()) + " at " + SayTimes.all(entry.getValue()))
                .collect(Collectors.joining(", "));
    return quantity.title() + " " + told + ".";
  }

  private String alike(Direction direction) {
    return said(direction)
        + (direction == Direction.NONE ? " at any" : " at every")
        + " flow time measured ("
        + SayTimes.all(times)
        + ")";
  }

  private static String said(Direction direction) {
    return switch (direction) {
      case FALLS, RISES -> direction.title();
      case NONE -> "shows no trend with T";
      case CONSTANT -> "is " + direction.title();
      case UNKNOWN -> "has " + direction.title();
    };
  }

  /** A trend at one flow time may not be one at another. */
  private String only(Tested byFit) {
    boolean claimed = claimed(byFit) || claimed(test(SweepQuantities.EXACT, trends.size() - 1));
    return times.size() == 1 && claimed
        ? String.format(
            Locale.ROOT, "Measured at one flow time alone, %s.", SayTimes.one(times.getFirst()))
        : "";
  }

  /** The trend must be that of ½ sᵀHs too: the fit counts slope as curvature. */
  private String exact(Tested byFit) {
    Tested exact = test(SweepQuantities.EXACT, trends.size() - 1);
    if (!claimed(byFit) && !claimed(exact)) {
      return "";
    }
    return byFit.direction() == exact.direction()
        ? "So does the exact ½ sᵀHs."
        : (claimed(byFit) ? "That is by the fit only. " : "") + exact.sentence();
  }

  private static boolean claimed(Tested test) {
    return test.direction() == Direction.FALLS || test.direction() == Direction.RISES;
  }

  private Tested test(TrendQuantity<ShiftAtTime> quantity, int time) {
    return trends.get(time).stream()
        .filter(trend -> trend.id().equals(quantity.id()))
        .findFirst()
        .orElseThrow()
        .test();
  }
}
