package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;
import org.shiftscope.compute.result.TrialResult;

/**
 * A trial as it stands at one moment.
 *
 * @param number its number in the experiment, from 0
 * @param state where it stands
 * @param phase what it is doing, for a person; empty when it is not running
 * @param fraction share of its expected work that is done, 0 to 1
 * @param attempts how many times a worker took it up
 * @param started when the last attempt started
 * @param ended when it ended
 * @param failure why the machine failed it, a sentence
 * @param result what it found, once it has finished
 */
public record Trial(
    int number,
    TrialState state,
    String phase,
    double fraction,
    int attempts,
    Optional<Instant> started,
    Optional<Instant> ended,
    Optional<String> failure,
    Optional<TrialResult> result) {}
