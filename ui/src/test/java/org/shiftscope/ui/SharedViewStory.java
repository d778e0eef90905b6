package org.shiftscope.ui;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.sharedview.FreezeStored;
import org.shiftscope.ui.sharedview.PackShare;
import org.shiftscope.ui.sharedview.PageFacts;
import org.shiftscope.ui.sharedview.SharedView;
import org.shiftscope.ui.sharedview.SharedViewJson;
import org.shiftscope.ui.sharedview.WriteSharedPage;
import org.shiftscope.ui.sharing.FreezeView;
import org.shiftscope.ui.sharing.WhatIsShared;

/** Views that are frozen at noon of what a sweep measured. */
abstract class SharedViewStory extends PageStory {

  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  FreezeView freeze;

  @BeforeEach
  final void openFreezer() {
    freeze =
        new FreezeStored(pages.experiments(), "0.1.0", "c0ffee", Clock.fixed(NOON, ZoneOffset.UTC));
  }

  Experiment run(String title) {
    return pages.run(
        Planted.sweep(title, List.of(0.003, 0.01, 0.03), 4),
        (spec, trial, watch) ->
            Planted.judged(
                Planted.measurement(
                    2 - 0.2 * (trial % 3) + 0.01 * (trial / 3), 0.3, Outcome.MEASURED)));
  }

  SharedView frozen(WhatIsShared what, String note) throws IOException {
    FreezeView.Frozen frozen = freeze.freeze(what, note, Optional.of("Ada"));
    byte[] json = PackShare.unpack(frozen.content().view());
    return SharedViewJson.read(frozen.content().format(), frozen.content().version(), json)
        .orElseThrow();
  }

  static String page(SharedView view) {
    return WriteSharedPage.whole(facts(view));
  }

  static PageFacts facts(SharedView view) {
    return new PageFacts(
        view,
        "ab12",
        Optional.of(NOON),
        new PageFacts.Addresses(
            "assets/p.js", "assets/p.css", "assets/i.svg", "t/", "t.json", "t"));
  }
}
