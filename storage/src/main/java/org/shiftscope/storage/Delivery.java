package org.shiftscope.storage;

import java.time.Instant;

/**
 * A notice that is due to one recipient.
 *
 * @param id the same at each try
 * @param recipient whom it goes to
 * @param address the recipient's
 * @param secret signs it
 * @param body JSON: {@code type}, {@code timestamp} and {@code data}
 * @param made when the experiment ended
 * @param tries how many there were before
 */
public record Delivery(
    String id,
    String recipient,
    String address,
    String secret,
    String body,
    Instant made,
    int tries) {

  /** Never the secret: this may stand in a log. */
  @Override
  public String toString() {
    return "delivery " + id + " to recipient " + recipient;
  }
}
