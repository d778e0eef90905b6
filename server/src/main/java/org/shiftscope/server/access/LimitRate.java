package org.shiftscope.server.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How often the same one may try the same. Remembers the last ten thousand who did. */
public final class LimitRate {

  private static final int MOST_KEPT = 10_000;

  /** A person mistypes a few times; a program guesses thousands. */
  private static final Bandwidth GUESSES_AT_AN_ACCOUNT = each(10, Duration.ofMinutes(15));

  /** A lab behind one address. */
  private static final Bandwidth GUESSES_FROM_AN_ADDRESS = each(50, Duration.ofMinutes(15));

  /** A page or script that works hard stays far below it; a loop without a pause does not. */
  private static final Bandwidth REQUESTS =
      Bandwidth.builder().capacity(2_000).refillGreedy(100, Duration.ofSeconds(1)).build();

  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** One more request of somebody. Returns how long they have to wait, where they do. */
  public Optional<Duration> request(String who) {
    return take(bucket("request " + who, REQUESTS));
  }

  /** One more try to sign in. Returns how long they have to wait, where they do. */
  public Optional<Duration> guess(String account, String address) {
    Optional<Duration> wait = from(address);
    return wait.isPresent() ? wait : take(bucket("at " + account, GUESSES_AT_AN_ACCOUNT));
  }

  /** One more try, whoever's account it is for. Returns how long they have to wait likewise. */
  public Optional<Duration> from(String address) {
    return take(bucket("from " + address, GUESSES_FROM_AN_ADDRESS));
  }

  /** The try was right, or could not be made: it counts no more. */
  public void rightFrom(String address) {
    bucket("from " + address, GUESSES_FROM_AN_ADDRESS).addTokens(1);
  }

  /** The guess was right: it counts no more. */
  public void right(String account, String address) {
    rightFrom(address);
    bucket("at " + account, GUESSES_AT_AN_ACCOUNT).addTokens(1);
  }

  private static Optional<Duration> take(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(String key, Bandwidth limit) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(key, k -> Bucket.builder().addLimit(limit).build());
    }
  }

  private static Bandwidth each(int times, Duration time) {
    return Bandwidth.builder().capacity(times).refillGreedy(times, time).build();
  }
}
