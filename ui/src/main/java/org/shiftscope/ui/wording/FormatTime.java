package org.shiftscope.ui.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations as people read them. */
public final class FormatTime {

  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss zzz", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

  private FormatTime() {}

  /** About how long: "45 s", "12 min", "3 h 5 min", "2 days". */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, Math.round(duration.toMillis() / 1e3));
    if (seconds < 60) {
      return seconds < 1 ? "under 1 s" : seconds + " s";
    }
    if (seconds < 600) {
      return withRest(seconds / 60, "min", seconds % 60, "s");
    }
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 60) {
      return minutes + " min";
    }
    if (minutes < 48 * 60) {
      return withRest(minutes / 60, "h", minutes % 60, "min");
    }
    return Math.round(minutes / 1440.0) + " days";
  }

  /** The same of what is not known exactly: "about 45 s", "under 1 s". */
  public static String about(Duration duration) {
    String said = duration(duration);
    return said.startsWith("under") ? said : "about " + said;
  }

  /** How long ago: "just now", "5 min ago", and from a week on the day. */
  public static String ago(Instant then, Instant now, ZoneId zone) {
    Duration past = Duration.between(then, now);
    if (past.toSeconds() < 45) {
      return "just now";
    }
    if (past.toMinutes() < 60) {
      return Math.max(1, Math.round(past.toSeconds() / 60.0)) + " min ago";
    }
    if (past.toHours() < 24) {
      return past.toHours() + " h ago";
    }
    if (past.toDays() < 7) {
      return past.toDays() == 1 ? "yesterday" : past.toDays() + " days ago";
    }
    return DAY.format(then.atZone(zone));
  }

  /** To the second, with the zone. */
  public static String exact(Instant then, ZoneId zone) {
    return EXACT.format(then.atZone(zone));
  }

  private static String withRest(long whole, String unit, long rest, String restUnit) {
    return whole + " " + unit + (rest == 0 ? "" : " " + rest + " " + restUnit);
  }
}
