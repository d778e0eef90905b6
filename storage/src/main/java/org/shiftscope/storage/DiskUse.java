package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * What the results of an experiment take on the disk.
 *
 * @param id the experiment
 * @param title a person's name for it
 * @param deleted when it was deleted: it takes this until it is purged
 * @param bytes of its results with their curves and parameters, as they are stored
 */
public record DiskUse(ExperimentId id, String title, Optional<Instant> deleted, long bytes) {}
