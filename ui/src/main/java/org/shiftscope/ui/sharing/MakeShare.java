package org.shiftscope.ui.sharing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.shiftscope.storage.NewShare;
import org.shiftscope.storage.Shares;
import org.shiftscope.storage.accounts.Asker;

/**
 * Shares something: freezes it, and keeps it under a new link.
 *
 * @param shares where it is kept
 * @param freeze computes what the page will show
 * @param clock tells when links end
 */
public record MakeShare(Shares shares, FreezeView freeze, Clock clock) {

  /** A share with its link, and the figures that it shows. */
  public record Made(Shares.Kept kept, List<FreezeView.Figure> figures) {
    public Made {
      figures = List.copyOf(figures);
    }
  }

  /**
   * Makes a share.
   *
   * @throws org.shiftscope.compute.spec.InvalidSpec where it cannot be shown
   */
  public Made of(WhatIsShared what, ShareTerms terms) {
    Optional<String> creator = Asker.current().filter(Asker::isKnown).map(Asker::name);
    FreezeView.Frozen frozen = freeze.freeze(what, terms.note(), creator);
    Shares.Kept kept =
        shares.keep(
            new NewShare(
                new NewShare.Of(what.subject().id(), what.experiments(), what.trial()),
                frozen.title(),
                terms.kept(),
                creator,
                terms.expires(clock.instant()),
                frozen.content()));
    return new Made(kept, frozen.figures());
  }
}
