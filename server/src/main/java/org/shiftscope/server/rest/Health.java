package org.shiftscope.server.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the server is.
 *
 * @param failure why it cannot do its work, a sentence; empty where it can
 * @param version its version
 * @param lanes the devices that run trials
 * @param queued trials that wait
 * @param freeBytes free space for the data folder
 * @param uptime time since the start
 */
public record Health(
    Optional<String> failure,
    String version,
    List<Lane> lanes,
    int queued,
    long freeBytes,
    Duration uptime) {

  public Health {
    lanes = List.copyOf(lanes);
  }

  /**
   * A device that runs trials.
   *
   * @param device its name
   * @param slots trials that can run at the same time
   * @param running trials that run now
   */
  public record Lane(String device, int slots, int running) {}
}
