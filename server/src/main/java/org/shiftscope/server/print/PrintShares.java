package org.shiftscope.server.print;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.server.picture.DrawPicture;

/**
 * Makes PDFs of shared views, one at a time, and keeps the last few: a view does not change. Safe
 * for use by many threads.
 */
public final class PrintShares {

  private static final int KEPT = 8;

  /** Bytes; a larger PDF is made anew each time. */
  private static final int LARGEST_KEPT = 4 << 20;

  private final DrawPicture draw;
  private final Map<Key, byte[]> made = new LinkedHashMap<>();

  /** Draws its figures with another's. */
  public PrintShares(DrawPicture draw) {
    this.draw = draw;
  }

  private record Key(String sha256, String page, Optional<Instant> expires) {}

  /**
   * The bytes of a PDF.
   *
   * @param patience how long it waits for others who draw
   * @throws org.shiftscope.compute.kind.AnswerInTurn.NoAnswer where that is not enough, or it takes
   *     too long
   */
  public byte[] of(PrintedShare share, Duration patience) {
    var key = new Key(share.sha256(), share.page(), share.expires());
    return kept(key)
        .orElseGet(
            () -> keep(key, draw.inTurn(patience, () -> MakePdf.of(WriteFo.of(share, draw)))));
  }

  private synchronized Optional<byte[]> kept(Key key) {
    return Optional.ofNullable(made.get(key));
  }

  private synchronized byte[] keep(Key key, byte[] pdf) {
    if (pdf.length <= LARGEST_KEPT) {
      made.put(key, pdf);
    }
    if (made.size() > KEPT) {
      made.remove(made.keySet().iterator().next());
    }
    return pdf;
  }
}
