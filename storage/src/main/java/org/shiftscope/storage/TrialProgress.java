package org.shiftscope.storage;

/** Writes how far a running attempt is. */
final class TrialProgress {

  private static final int LONGEST_PHASE = 100;

  private TrialProgress() {}

  static boolean write(Change change, TrialAttempt attempt, WatchTrial.Progress progress) {
    String phase = progress.phase();
    return change
            .handle()
            .createUpdate(
                "UPDATE trial SET phase = :phase, fraction = :fraction, found = :found WHERE"
                    + " experiment = :experiment AND number = :number AND attempts = :attempt AND state ="
                    + " 'running'")
            .bind("phase", phase.substring(0, Math.min(LONGEST_PHASE, phase.length())))
            .bind("fraction", progress.fraction())
            .bind("found", progress.found())
            .bind("experiment", attempt.experiment().value())
            .bind("number", attempt.trial())
            .bind("attempt", attempt.attempt())
            .execute()
        == 1;
  }
}
