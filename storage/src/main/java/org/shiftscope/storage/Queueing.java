package org.shiftscope.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** The law that a priority breaks. */
  static Optional<Problem> problem(int priority) {
    return Math.abs((long) priority) <= HIGHEST
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "priority", "must be a whole number from -10 to 10", Integer.toString(priority)));
  }

  /** The law that a limit in hours breaks. */
  static Optional<Problem> problem(double hours) {
    return hours > 0 && hours <= MOST_HOURS
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "trialHours", "must be above 0 and at most 10000 hours", Double.toString(hours)));
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
