package org.shiftscope.server.notice;

/** A notice that was not taken. The message is what its sender is told. */
final class NotDelivered extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean forGood;

  /** {@code forGood}: whether to try again is of no use. */
  NotDelivered(String message, boolean forGood) {
    super(message);
    this.forGood = forGood;
  }

  boolean isForGood() {
    return forGood;
  }
}
