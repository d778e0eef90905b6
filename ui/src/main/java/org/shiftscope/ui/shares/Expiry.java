package org.shiftscope.ui.shares;

import java.util.Optional;

/** How long a link opens, as a person chooses it. */
enum Expiry {
  WEEK("7 days", Optional.of(7)),
  MONTH("30 days", Optional.of(30)),
  QUARTER("90 days", Optional.of(90)),
  NEVER("Never", Optional.empty());

  private final String title;
  private final Optional<Integer> days;

  Expiry(String title, Optional<Integer> days) {
    this.title = title;
    this.days = days;
  }

  String title() {
    return title;
  }

  Optional<Integer> days() {
    return days;
  }
}
