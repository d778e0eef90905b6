package org.shiftscope.server.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the server is.
 *
 * @param trouble why it cannot do its work; empty where it can
 * @param version its version
 * @param devices a sentence that says what trials run on, and why
 * @param lanes the devices that run trials
 * @param queued trials that wait
 * @param freeBytes free space for the data folder
 * @param uptime time since the start
 */
public record Health(
    Optional<Trouble> trouble,
    String version,
    String devices,
    List<Lane> lanes,
    int queued,
    long freeBytes,
    Duration uptime) {

  public Health {
    lanes = List.copyOf(lanes);
  }

  /**
   * What keeps it from its work.
   *
   * @param sentence what it is, and what to do
   * @param restartHelps whether a new start may help; where it does not, as on a full disk, the
   *     process must live, since it holds results in memory that are yet to be written
   */
  public record Trouble(String sentence, boolean restartHelps) {}

  /**
   * A device that runs trials.
   *
   * @param device its lane: {@code cpu}, {@code gpu0}, ...
   * @param name what a person calls it
   * @param slots trials that can run at the same time
   * @param running trials that run now
   */
  public record Lane(String device, String name, int slots, int running) {}
}
