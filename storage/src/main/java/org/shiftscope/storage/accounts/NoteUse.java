package org.shiftscope.storage.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * Notes when something was last used: once a minute at most, and where the database cannot write
 * not at all, since reading goes on then.
 */
final class NoteUse {

  /** How exactly it is known when something was last used. */
  static final Duration EXACTLY = Duration.ofMinutes(1);

  private static final int MOST = 10_000;

  private final Records records;
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();

  NoteUse(Records records) {
    this.records = records;
  }

  /** {@code hash}: of what was used. */
  void of(String hash, BiFunction<Handle, Instant, Integer> noting) {
    Instant now = records.now();
    Instant last = noted.get(hash);
    if (last != null && !now.isBefore(last) && now.isBefore(last.plus(EXACTLY))) {
      return;
    }
    if (noted.size() >= MOST) {
      noted.clear();
    }
    noted.put(hash, now);
    records.report(noting);
  }
}
