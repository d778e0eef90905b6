package org.shiftscope.storage;

import org.shiftscope.compute.spec.Named;

/** Whether a link opens. Whoever has a link that does not hears the same whatever the reason. */
public enum ShareState implements Named {
  /** It opens. */
  OPEN("open", "Open"),
  /** Its time is over. */
  EXPIRED("expired", "Expired"),
  /** A person ended it. */
  REVOKED("revoked", "Revoked"),
  /** An experiment of it is in the bin, and it does not outlive that. */
  WITHHELD("withheld", "In the bin");

  private final String id;
  private final String title;

  ShareState(String id, String title) {
    this.id = id;
    this.title = title;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }
}
