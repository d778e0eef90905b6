package org.shiftscope.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;

/**
 * How the trials of an experiment wait and how long each may take; none of it changes what they
 * measure.
 *
 * @param priority −10 to 10; those of a higher one go first, within one the one submitted first
 * @param trialLimit how long each trial may take over all its attempts; empty where the server's
 *     own limit holds
 */
public record Queueing(int priority, Optional<Duration> trialLimit) {

  /** The highest priority; the lowest is as far below 0. */
  public static final int HIGHEST = 10;

  /** The longest limit, in hours. */
  public static final double MOST_HOURS = 10_000;

  /** In the order of submission, within the server's own limit. */
  public static final Queueing USUAL = new Queueing(0, Optional.empty());

  private static final String PRIORITY_LAW = "must be a whole number from -10 to 10";
  private static final String HOURS_LAW = "must be above 0 and at most 10000 hours";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * A way of waiting.
   *
   * @throws InvalidSpec with every problem by field
   */
  public Queueing {
    List<Problem> problems = new ArrayList<>();
    problem(priority).ifPresent(problems::add);
    trialLimit.map(Queueing::hours).flatMap(Queueing::problem).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
  }

  /**
   * A way of waiting as it is written in a query or a form.
   *
   * @param priority empty for the usual one
   * @param trialHours empty where the server's own limit holds
   * @throws InvalidSpec with every problem by field
   */
  public static Queueing read(Optional<String> priority, Optional<String> trialHours) {
    List<Problem> problems = new ArrayList<>();
    int first = read(problems, "priority", PRIORITY_LAW, priority, Integer::valueOf).orElse(0);
    Optional<Double> hours = read(problems, "trialHours", HOURS_LAW, trialHours, Double::valueOf);
    problem(first).ifPresent(problems::add);
    hours.flatMap(Queueing::problem).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return new Queueing(first, hours.map(Queueing::ofHours));
  }

  private static <T> Optional<T> read(
      List<Problem> problems,
      String field,
      String law,
      Optional<String> text,
      Function<String, T> read) {
    try {
      return text.map(String::strip).map(read);
    } catch (NumberFormatException none) {
      problems.add(new Problem(field, law, text.orElse("")));
      return Optional.empty();
    }
  }

  /** The law that a priority breaks. */
  static Optional<Problem> problem(int priority) {
    return Math.abs((long) priority) <= HIGHEST
        ? Optional.empty()
        : Optional.of(new Problem("priority", PRIORITY_LAW, Integer.toString(priority)));
  }

  /** The law that a limit in hours breaks. */
  static Optional<Problem> problem(double hours) {
    return hours > 0 && hours <= MOST_HOURS
        ? Optional.empty()
        : Optional.of(new Problem("trialHours", HOURS_LAW, Double.toString(hours)));
  }

  /** A duration of so many seconds. */
  static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1e3));
  }

  /** A duration of so many hours. */
  public static Duration ofHours(double hours) {
    return seconds(hours * 3_600);
  }

  /** A duration in hours. */
  public static double hours(Duration time) {
    return time.toMillis() / 3.6e6;
  }

  /** A limit for a person. */
  static String say(Duration limit) {
    double hours = hours(limit);
    if (hours >= 1) {
      return number(hours) + (hours == 1 ? " hour" : " hours");
    }
    return limit.toMinutes() >= 1
        ? number(limit.toMillis() / 6e4) + " min"
        : number(limit.toMillis() / 1e3) + " s";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }

  /** When a trial is tried again, a clause. */
  static String sayAgain(Instant again) {
    return "tried again at " + TIME.format(again) + " UTC";
  }
}
