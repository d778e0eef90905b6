package org.shiftscope.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people put on an experiment; none of it changes what it measures.
 *
 * @param tags in the order of the alphabet, each as {@link Tags} has it
 * @param favourite whether it is one
 * @param archived since when it is out of the list, where it is; nothing of it is deleted
 * @param noteVersion the version of its note; 0 where there never was one
 * @param queueing how its trials wait
 */
public record Labels(
    List<String> tags,
    boolean favourite,
    Optional<Instant> archived,
    int noteVersion,
    Queueing queueing) {

  /** Of an experiment that nobody put anything on. */
  public static final Labels NONE =
      new Labels(List.of(), false, Optional.empty(), 0, Queueing.USUAL);

  public Labels {
    tags = List.copyOf(tags);
  }
}
