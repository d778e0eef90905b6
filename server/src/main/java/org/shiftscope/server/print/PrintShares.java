package org.shiftscope.server.print;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;
import org.shiftscope.compute.kind.AnswerInTurn.TookTooLong;
import org.shiftscope.server.picture.DrawPicture;

/**
 * Makes PDFs of shared views, one at a time, and keeps those that were asked for last: a view does
 * not change. One that fails is left alone for some minutes. Safe for use by many threads.
 */
public final class PrintShares {

  private static final int MOST_KEPT = 8;

  /** Of all that are kept together, unless the last is larger by itself. */
  private static final int MOST_BYTES = 32 << 20;

  private static final int MOST_FAILED = 1_000;
  private static final Duration LEFT_ALONE = Duration.ofMinutes(5);

  private final DrawPicture draw;
  private final InstantSource clock;
  private final Function<PrintedShare, byte[]> set;
  private final Map<Key, byte[]> made = new LinkedHashMap<>(16, 0.75f, true);

  /** Until when a view is left alone, by its SHA-256: whatever address it is asked for by. */
  private final Map<String, Instant> failed = new LinkedHashMap<>();

  /** Draws its figures with another's. */
  public PrintShares(DrawPicture draw, InstantSource clock) {
    this(draw, clock, share -> MakePdf.of(WriteFo.of(share, draw)));
  }

  PrintShares(DrawPicture draw, InstantSource clock, Function<PrintedShare, byte[]> set) {
    this.draw = draw;
    this.clock = clock;
    this.set = set;
  }

  private record Key(String sha256, String page, Optional<Instant> expires) {}

  /**
   * The bytes of a PDF.
   *
   * @param patience how long it waits for others who draw
   * @throws NoAnswer where that is not enough, it takes too long, or it failed a short while ago
   */
  public byte[] of(PrintedShare share, Duration patience) {
    var key = new Key(share.sha256(), share.page(), share.expires());
    Optional<byte[]> kept = keptOrRefused(key);
    if (kept.isPresent()) {
      return kept.get();
    }
    try {
      return draw.inTurn(patience, () -> make(key, share));
    } catch (TookTooLong endless) {
      leaveAlone(key);
      throw endless;
    }
  }

  /** Others may have made it, or failed to, while this one waited for its turn. */
  private byte[] make(Key key, PrintedShare share) {
    return keptOrRefused(key)
        .orElseGet(
            () -> {
              try {
                return keep(key, set.apply(share));
              } catch (RuntimeException | Error broken) {
                leaveAlone(key);
                throw broken;
              }
            });
  }

  private synchronized Optional<byte[]> keptOrRefused(Key key) {
    Optional<byte[]> kept = Optional.ofNullable(made.get(key));
    Instant until = failed.getOrDefault(key.sha256(), Instant.MIN);
    if (kept.isEmpty() && clock.instant().isBefore(until)) {
      throw new NoAnswer(
          "The PDF of this view could not be made a short while ago: print its page, or ask again"
              + " in some minutes.",
          Duration.between(clock.instant(), until).plusSeconds(1));
    }
    return kept;
  }

  private synchronized byte[] keep(Key key, byte[] pdf) {
    made.put(key, pdf);
    failed.remove(key.sha256());
    while (made.size() > MOST_KEPT || (made.size() > 1 && bytes() > MOST_BYTES)) {
      made.remove(made.keySet().iterator().next());
    }
    return pdf;
  }

  private long bytes() {
    return made.values().stream().mapToLong(pdf -> pdf.length).sum();
  }

  private synchronized void leaveAlone(Key key) {
    failed.put(key.sha256(), clock.instant().plus(LEFT_ALONE));
    if (failed.size() > MOST_FAILED) {
      failed.remove(failed.keySet().iterator().next());
    }
  }
}
