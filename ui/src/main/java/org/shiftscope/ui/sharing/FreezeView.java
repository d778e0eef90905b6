package org.shiftscope.ui.sharing;

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
   */
  record Frozen(String title, NewShare.Content content) {}

  /**
   * Freezes; seconds where there are many trials.
   *
   * @param note what the author says of it
   * @param author who shares it, where that is known
   * @throws org.shiftscope.compute.spec.InvalidSpec where there is no such experiment or trial, or
   *     nothing that can be shown
   */
  Frozen freeze(WhatIsShared what, String note, Optional<String> author);
}
