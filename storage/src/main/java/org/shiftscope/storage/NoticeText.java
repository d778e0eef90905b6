package org.shiftscope.storage;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.shiftscope.compute.spec.Named;

/**
 * What a notification between processes says: the sequence of the last event that was kept; an
 * event that is not kept, whole; or that accounts have changed.
 */
final class NoticeText {

  static final String ACCOUNTS = "accounts";

  private static final String NO_TRIAL = "-";

  private NoticeText() {}

  static String of(Event event) {
    return event.sequence() > 0
        ? Long.toString(event.sequence())
        : String.join(
            " ",
            event.type().id(),
            event.experiment().value(),
            event.trial().map(String::valueOf).orElse(NO_TRIAL),
            event.at().toString(),
            event.message());
  }

  /** The sequence of a kept event; empty where it says something else. */
  static Optional<Long> sequence(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /** An event that is not kept; empty where it says something else, or a newer version wrote it. */
  static Optional<Event> event(String text) {
    String[] words = text.split(" ", 5);
    if (words.length < 5) {
      return Optional.empty();
    }
    try {
      return Named.find(Event.Type.values(), words[0])
          .map(
              type ->
                  new Event(
                      0,
                      new ExperimentId(words[1]),
                      type,
                      words[2].equals(NO_TRIAL)
                          ? Optional.empty()
                          : Optional.of(Integer.valueOf(words[2])),
                      Instant.parse(words[3]),
                      words[4]));
    } catch (IllegalArgumentException | DateTimeException newer) {
      return Optional.empty();
    }
  }
}
