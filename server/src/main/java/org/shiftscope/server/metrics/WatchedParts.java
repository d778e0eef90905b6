package org.shiftscope.server.metrics;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.shiftscope.server.worker.ShareMemory;
import org.shiftscope.storage.Vitals;

/**
 * What a server is made of, for whoever watches it.
 *
 * @param version its version
 * @param vitals how its record is
 * @param data the data folder
 * @param lanes what runs trials
 * @param memory that trials share
 * @param lastBackup when the newest backup was made; empty where there is none
 * @param clock tells the time
 */
public record WatchedParts(
    String version,
    Vitals vitals,
    Path data,
    List<WatchedLane> lanes,
    ShareMemory memory,
    Supplier<Optional<Instant>> lastBackup,
    Clock clock) {

  /**
   * A lane.
   *
   * @param device its name: {@code cpu}, {@code gpu0}
   * @param slots trials that can run at the same time
   * @param running trials that run now
   */
  public record WatchedLane(String device, int slots, IntSupplier running) {}
}
