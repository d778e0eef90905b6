package org.shiftscope.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What an axis shows.
 *
 * @param from the lower end
 * @param to the upper end, above {@code from}
 */
public record Range(double from, double to) {

  /** All that a probability can be: round ends would reach beyond 1. */
  public static final Range OF_PROBABILITIES = new Range(0, 1);

  /** What differs by less, in parts of its size, differs by rounding. */
  public static final double ROUND_OFF = 1e-9;

  /** A constant is shown with this much room to each side, in parts of its size. */
  private static final double ROOM_OF_A_CONSTANT = 0.01;

  /** Room to each side of dots, so that none stands on the frame; in parts of the range. */
  private static final double ROOM_OF_DOTS = 0.04;

  /** From the least to the largest of the finite values; empty where there is none. */
  public static Optional<Range> of(DoubleStream values) {
    var statistics = values.filter(Double::isFinite).summaryStatistics();
    return statistics.getCount() == 0
        ? Optional.empty()
        : Optional.of(new Range(statistics.getMin(), statistics.getMax()));
  }

  /** What the layers of a figure need along one axis. */
  static Optional<Range> of(Figure figure, Function<Figure.Layer, DoubleStream> values) {
    return of(figure.layers().stream().flatMapToDouble(values::apply));
  }

  /** Whether what lies in it differs by rounding alone: a trend drawn over it would be none. */
  public boolean isRoundOff() {
    double size = Math.max(Math.abs(from), Math.abs(to));
    return size > 0 && to - from < ROUND_OFF * size;
  }

  /** About a constant, so that its rounding looks like nothing. */
  Range aboutConstant() {
    double middle = (from + to) / 2;
    double room = ROOM_OF_A_CONSTANT * Math.abs(middle);
    return new Range(middle - room, middle + room);
  }

  /** With room for dots at the ends, in factors where the axis is logarithmic. */
  public Range withRoom(boolean logarithmic) {
    if (logarithmic && from > 0) {
      double factor = Math.pow(to / from, ROOM_OF_DOTS);
      return new Range(from / factor, to * factor);
    }
    double room = ROOM_OF_DOTS * (to - from);
    return new Range(from - room, to + room);
  }

  /** Whether a number may be a label: a multiple of half the decade below the range's length. */
  boolean isRound(double value) {
    double step = Math.pow(10, Math.floor(Math.log10(to - from))) / 2;
    return Math.abs(value / step - Math.rint(value / step)) < ROUND_OFF;
  }

  /** 1, 2 and 5 times the powers of ten that lie in it; {@code from} is above 0. */
  List<Double> oneTwoFive() {
    return IntStream.rangeClosed(
            (int) Math.floor(Math.log10(from)), (int) Math.ceil(Math.log10(to)))
        .boxed()
        .flatMap(power -> Stream.of("1e", "2e", "5e").map(mantissa -> mantissa + power))
        .map(Double::valueOf)
        .filter(value -> value >= from && value <= to)
        .toList();
  }

  /** Three to seven round numbers that lie in it, evenly. */
  List<Double> even() {
    double decade = Math.pow(10, Math.floor(Math.log10((to - from) / 3)));
    double step =
        (to - from) / decade > 14 ? 5 * decade : (to - from) / decade > 6 ? 2 * decade : decade;
    long first = (long) Math.ceil(from / step);
    long last = (long) Math.floor(to / step);
    return LongStream.rangeClosed(first, last)
        // As decimals, since multiples of binary fractions are not round.
        .mapToObj(i -> BigDecimal.valueOf(i).multiply(BigDecimal.valueOf(step)).doubleValue())
        .toList();
  }

  /** Both. */
  Range and(Range other) {
    return new Range(Math.min(from, other.from), Math.max(to, other.to));
  }
}
