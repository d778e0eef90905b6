package org.shiftscope.storage.accounts;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The database, as this room sees it. Safe for use by many threads. */
public interface Records {

  /** Reads. */
  <T> T read(Function<Handle, T> reading);

  /**
   * Makes a change at a moment: all of it, kept by the disk itself when this returns, or nothing.
   *
   * @param needed the role that who asks must have
   * @throws NotAllowed where they have not
   */
  <T> T change(Role needed, BiFunction<Handle, Instant, T> changing);

  /**
   * Makes a small change that nobody waits for, such as when something was last used; none where
   * the database cannot write, since reading goes on then.
   */
  void report(BiFunction<Handle, Instant, Integer> changing);

  /** The time to the microsecond. */
  Instant now();
}
