package org.shiftscope.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiftscope.storage.StorageUnavailable;
import org.slf4j.Marker;

/**
 * Of what is thrown again and again, the same once a minute. Of two libraries a line with the cause
 * instead of a stack trace: db-scheduler at each look for trials while the database is away, of
 * which the record says what matters, and Atmosphere for each message of a page that is refused.
 * What the record refuses keeps its trace: of a thousand requests that are refused while its disk
 * is full, the first of each minute tells all that the others could.
 */
public final class ThinOut extends TurboFilter {

  private static final String SCHEDULER = "com.github.kagkarlsson.scheduler.";
  private static final String ATMOSPHERE = "org.atmosphere.";
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final Map<String, Long> told = new ConcurrentHashMap<>();

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    Optional<Throwable> cause = thrown(arguments, thrown);
    if (format == null || cause.isEmpty()) {
      return FilterReply.NEUTRAL;
    }
    if (cause.get() instanceof StorageUnavailable) {
      return !logger.isEnabledFor(level) || isDue(logger.getName() + format)
          ? FilterReply.NEUTRAL
          : FilterReply.DENY;
    }
    if (!isUsual(logger.getName(), cause.get())) {
      return FilterReply.NEUTRAL;
    }
    if (logger.isEnabledFor(level) && isDue(logger.getName() + format)) {
      log(logger, level, format, arguments, deepest(cause.get()));
    }
    return FilterReply.DENY;
  }

  /** Of a message with arguments it is the last of them. */
  static Optional<Throwable> thrown(
      @Nullable Object @Nullable [] arguments, @Nullable Throwable thrown) {
    return thrown == null
            && arguments != null
            && arguments.length > 0
            && arguments[arguments.length - 1] instanceof Throwable last
        ? Optional.of(last)
        : Optional.ofNullable(thrown);
  }

  private static boolean isUsual(String logger, Throwable thrown) {
    return logger.startsWith(ATMOSPHERE)
        || logger.startsWith(SCHEDULER) && causes(thrown).anyMatch(ThinOut::isOfSql);
  }

  /** By its name: nothing but storage knows of SQL. */
  private static boolean isOfSql(Throwable cause) {
    return cause.getClass().getSimpleName().contains("SQL");
  }

  private boolean isDue(String message) {
    long now = System.nanoTime();
    boolean[] due = new boolean[1];
    told.compute(
        message,
        (same, last) -> {
          due[0] = last == null || now - last > BETWEEN.toNanos();
          return due[0] ? Long.valueOf(now) : last;
        });
    return due[0];
  }

  private static void log(
      Logger logger,
      Level level,
      String format,
      @Nullable Object @Nullable [] arguments,
      Throwable cause) {
    // Not the exception itself among the arguments, or its trace would be written all the same.
    Object[] texts =
        arguments == null
            ? new Object[0]
            : Stream.of(arguments)
                .map(argument -> argument instanceof Throwable ? "" : String.valueOf(argument))
                .toArray();
    logger.log(
        null,
        ThinOut.class.getName(),
        Level.toLocationAwareLoggerInteger(level),
        format + " (" + cause.toString().lines().findFirst().orElse("") + ")",
        texts,
        null);
  }

  private static Throwable deepest(Throwable thrown) {
    return causes(thrown).reduce((outer, inner) -> inner).orElse(thrown);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
