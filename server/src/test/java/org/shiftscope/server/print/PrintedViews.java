package org.shiftscope.server.print;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shiftscope.ui.sharedview.SharedView;

/** Shared views of little more than a note. */
final class PrintedViews {

  private PrintedViews() {}

  /** One with its hash, as it is asked for by a page's address. */
  static PrintedShare of(String sha256, String page, String note) {
    var view =
        new SharedView(
            "experiment",
            "A view \uFFFF of \uD800 halves",
            "A line",
            List.of(new SharedView.Of("aaaaaaaaaaaa", "A sweep")),
            "test",
            "",
            Instant.EPOCH,
            "",
            Optional.empty(),
            "",
            note,
            List.of());
    return new PrintedShare(view, sha256, Optional.empty(), page, page + "/");
  }
}
