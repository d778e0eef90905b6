package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * A shared view as a list shows it.
 *
 * @param id its identity in lists
 * @param of what it is of
 * @param title what it is called
 * @param kept whether it stays when an experiment of it is deleted
 * @param creator who shared it, where that is known
 * @param times when it was made, and when its link ends
 * @param state whether its link opens now
 * @param sha256 the SHA-256 of what is downloaded, hexadecimal
 * @param size how many bytes that has
 * @param accesses how often its link was opened
 * @param lastAccess when last
 */
public record Share(
    ShareId id,
    NewShare.Of of,
    String title,
    boolean kept,
    Optional<String> creator,
    Times times,
    ShareState state,
    String sha256,
    long size,
    long accesses,
    Optional<Instant> lastAccess) {

  /**
   * Its moments.
   *
   * @param created when it was made
   * @param expires when its link ends; empty for never
   * @param revoked when a person ended it
   */
  public record Times(Instant created, Optional<Instant> expires, Optional<Instant> revoked) {}
}
