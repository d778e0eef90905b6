package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;
import org.shiftscope.compute.result.TrialResult;

/**
 * A trial as it stands at one moment, with what it found.
 *
 * @param summary all but the result
 * @param document the result, or why it cannot be read; empty until it has finished
 */
public record Trial(TrialSummary summary, Optional<Document<TrialResult>> document) {

  /** Its number in the experiment, from 0. */
  public int number() {
    return summary.number();
  }

  /** Where it stands. */
  public TrialState state() {
    return summary.state();
  }

  /** What it is doing, or the trials that it waits for, for a person; else empty. */
  public String phase() {
    return summary.phase();
  }

  /** Share of its expected work that is done, 0 to 1. */
  public double fraction() {
    return summary.fraction();
  }

  /** How many times a worker took it up. */
  public int attempts() {
    return summary.attempts();
  }

  /** When the last attempt started. */
  public Optional<Instant> started() {
    return summary.started();
  }

  /** When it ended. */
  public Optional<Instant> ended() {
    return summary.ended();
  }

  /** Why the machine failed it, a sentence. */
  public Optional<String> failure() {
    return summary.failure();
  }

  /** What it found, once it has finished, where that can be read. */
  public Optional<TrialResult> result() {
    return document.flatMap(Document::content);
  }

  /** What happened, for a person: of its result, or why there is none; empty until it has ended. */
  public String sentence() {
    return document
        .map(
            found ->
                switch (found) {
                  case Document.Readable<TrialResult>(TrialResult result) -> result.sentence();
                  case Document.Unreadable<TrialResult> unreadable -> unreadable.sentence();
                })
        .or(this::failure)
        .orElse("");
  }
}
