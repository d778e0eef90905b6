package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.shiftscope.compute.finding.KeyNumbers;

/**
 * An experiment as a list shows it: all that is known of it without reading its spec or a trial.
 *
 * @param id its identity
 * @param kind the name of its kind, which is the format of its spec
 * @param title a person's name for it
 * @param state where it stands
 * @param submitted when it was submitted
 * @param started when its first trial started
 * @param ended when its last trial ended
 * @param deleted when it was deleted; it can be restored until it is purged
 * @param progress how far it is
 * @param labels what people put on it
 * @param found the key numbers of its findings, which it has once it ended
 * @param outcomes how many trials ended with which outcome, by the outcomes' names in JSON
 */
public record ExperimentSummary(
    ExperimentId id,
    String kind,
    String title,
    ExperimentState state,
    Instant submitted,
    Optional<Instant> started,
    Optional<Instant> ended,
    Optional<Instant> deleted,
    Experiment.Progress progress,
    Labels labels,
    KeyNumbers found,
    SortedMap<String, Integer> outcomes) {}
