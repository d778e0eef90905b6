package org.shiftscope.ui.sharing;

import java.util.List;
import java.util.Optional;
import org.shiftscope.storage.NewShare;

/** Computes what a shared page will show, from what is stored now. */
@FunctionalInterface
public interface FreezeView {

  /**
   * What was frozen.
   *
   * @param title what lists call it
   * @param content what is shown and downloaded
   * @param figures those in it, in order
   */
  record Frozen(String title, NewShare.Content content, List<Figure> figures) {
    public Frozen {
      figures = List.copyOf(figures);
    }
  }

  /**
   * A figure of a view.
   *
   * @param id its name in addresses
   * @param title what is drawn; it may hold symbols
   */
  record Figure(String id, String title) {}

  /**
   * Freezes; seconds where there are many trials.
   *
   * @param note what the author says of it, in Markdown
   * @param author who shares it, where that is known
   * @throws org.shiftscope.compute.spec.InvalidSpec where there is no such experiment or trial, or
   *     nothing that can be shown
   */
  Frozen freeze(WhatIsShared what, String note, Optional<String> author);
}
