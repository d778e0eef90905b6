package org.shiftscope.storage;

/**
 * What an experiment takes on the disk, by what, in bytes as they are stored.
 *
 * @param results JSON of its results
 * @param curves their long series
 * @param parameters the points that its trials came to
 * @param checkpoints of trials that have not ended, in the database or in the folder of this
 *     process
 */
public record DiskParts(long results, long curves, long parameters, long checkpoints) {

  /** All of it. */
  public long bytes() {
    return results + curves + parameters + checkpoints;
  }
}
