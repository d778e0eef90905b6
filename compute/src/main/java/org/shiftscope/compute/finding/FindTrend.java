package org.shiftscope.compute.finding;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.statistics.Spread;

/** Finds the trend of a quantity against the temperature. */
public final class FindTrend {

  private FindTrend() {}

  /** Those of several quantities, in their order. */
  public static <R> List<TemperatureTrend> all(Seen<R> seen, List<TrendQuantity<R>> quantities) {
    return quantities.stream().map(quantity -> of(seen, quantity)).toList();
  }

  static <R> TemperatureTrend of(Seen<R> seen, TrendQuantity<R> quantity) {
    return of(seen, quantity, Against.TEMPERATURE);
  }

  /** That of one quantity, {@code against} what stands for the temperature of the places. */
  public static <R> TemperatureTrend of(Seen<R> seen, TrendQuantity<R> quantity, Against against) {
    double[] values = seen.each(quantity.value());
    int[] known =
        IntStream.range(0, values.length).filter(i -> Double.isFinite(values[i])).toArray();
    List<Place> places = Arrays.stream(known).mapToObj(seen.places()::get).toList();
    double[] finite = Arrays.stream(known).mapToDouble(i -> values[i]).toArray();
    List<Mean> means = means(places, finite);
    return new TemperatureTrend(
        quantity.id(),
        quantity.title(),
        quantity.unit(),
        means,
        Series.of(values),
        quantity.error().map(seen::series).orElse(Series.of()),
        new JudgeTrend(
                quantity.title(),
                means,
                places,
                finite,
                seen.stream().split(quantity.id()),
                against)
            .judge());
  }

  private static List<Mean> means(List<Place> places, double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .collect(
            Collectors.groupingBy(
                i -> places.get(i).temperature(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(at -> mean(at.getKey(), at.getValue().stream().mapToDouble(i -> values[i]).toArray()))
        .toList();
  }

  private static Mean mean(double temperature, double[] values) {
    Spread spread = Spread.of(values);
    return new Mean(temperature, spread.count(), spread.mean(), spread.deviation(), spread.error());
  }
}
