package org.shiftscope.storage;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The door to shared views. Every call that changes something returns once the change is on disk,
 * but for the counting of accesses. Safe for use by many threads.
 */
public interface Shares {

  /** A share and the secret of its link, which is told here and never again. */
  record Kept(Share share, ShareToken token) {}

  /** Keeps a view and makes its link. */
  Kept keep(NewShare share);

  /** All shares, the newest first, at most so many. */
  List<Share> list(int limit);

  /** One share. */
  Optional<Share> find(ShareId id);

  /**
   * What a link opens now; empty where its token is unknown, or it expired, was revoked, or went
   * with its experiment: the same query for all, so that nobody can tell which.
   */
  Optional<OpenedShare> open(ShareToken token);

  /** The same for who may see the list, whether or not the link still opens. */
  Optional<OpenedShare> show(ShareId id);

  /** The document of a share, gzipped JSON, a fresh array; empty where it is gone. */
  Optional<byte[]> view(ShareId id);

  /**
   * The specs and results beside it, gzipped JSON; empty where it is gone. They are read part by
   * part, half a megabyte at a time; a share that is purged meanwhile ends them with an {@link
   * java.io.IOException}.
   */
  Optional<InputStream> data(ShareId id);

  /** Counts an opening of a link, in memory: the database learns of it within seconds. */
  void count(ShareId id);

  /** Ends a link; {@link #restore} opens it again. Returns whether anything changed. */
  boolean revoke(ShareId id);

  /** Takes a revocation back. Returns whether anything changed. */
  boolean restore(ShareId id);

  /**
   * Changes when a link ends.
   *
   * @param expires empty for never
   * @return whether there is such a share
   */
  boolean expire(ShareId id, Optional<Instant> expires);

  /** Takes a share away for good, its document too. Returns whether there was one. */
  boolean purge(ShareId id);

  /** Purges every share whose link expired or was revoked before a time. Returns how many. */
  int purgeEndedBefore(Instant time);
}
