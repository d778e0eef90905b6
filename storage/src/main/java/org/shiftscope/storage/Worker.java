package org.shiftscope.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * A process that runs trials. Its times are those of the database's own clock.
 *
 * @param id 12 lower-case letters and digits, another at each start
 * @param host the machine's name
 * @param process its number there
 * @param lanes the lanes that it serves
 * @param version of Shiftscope
 * @param processor what it computes on, for a person
 * @param kernels what rules the order of additions; empty where it is not known
 * @param started when it said that it is there
 * @param heartbeat when it said so last; empty where the database lets one process in
 */
public record Worker(
    String id,
    String host,
    long process,
    List<Lane> lanes,
    String version,
    String processor,
    String kernels,
    Instant started,
    Optional<Instant> heartbeat) {

  public Worker {
    lanes = List.copyOf(lanes);
  }
}
