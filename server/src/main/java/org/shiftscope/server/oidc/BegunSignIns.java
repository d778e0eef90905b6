package org.shiftscope.server.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Those that were begun: each comes back once, and within ten minutes. They are in memory: after a
 * restart of the server one begins anew.
 */
final class BegunSignIns {

  static final Duration LIFE = Duration.ofMinutes(10);

  private static final int MOST_KEPT = 10_000;

  private final Clock clock;
  private final Map<String, BegunSignIn> begun =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BegunSignIn> eldest) {
          return size() > MOST_KEPT;
        }
      };

  BegunSignIns(Clock clock) {
    this.clock = clock;
  }

  synchronized void keep(BegunSignIn signIn) {
    begun.put(signIn.state().getValue(), signIn);
  }

  /** Takes one out; empty where there is none of that state, or it is too late. */
  synchronized Optional<BegunSignIn> take(String state) {
    return Optional.ofNullable(begun.remove(state))
        .filter(signIn -> clock.instant().isBefore(signIn.until()));
  }
}
