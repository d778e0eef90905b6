package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.storage.MeasureProgress.Running;
import org.shiftscope.storage.Tally.Part;

/** Progress weighs trials by their cost, and tells the time left from the time that they took. */
final class MeasureProgressTest {

  private static Experiment.Progress of(List<Part> parts, Running... running) {
    return MeasureProgress.of(new Tally(parts, true), List.of(running));
  }

  private static Part part(TrialState state, int trials, double weight, double seconds) {
    return new Part(state, state == TrialState.FINISHED ? "measured" : "", trials, weight, seconds);
  }

  @Test
  void nothingIsKnownBeforeATrialHasMoved() {
    assertThat(
            of(
                List.of(part(TrialState.QUEUED, 3, 3, 0), part(TrialState.RUNNING, 1, 1, 0)),
                new Running(1, 0, 5)))
        .isEqualTo(new Experiment.Progress(4, 0, 0, Optional.empty()));
  }

  @Test
  void twoSlotsHalveTheTimeLeft() {
    assertThat(
            of(
                List.of(part(TrialState.FINISHED, 2, 2, 20), part(TrialState.RUNNING, 2, 2, 0)),
                new Running(1, 0.5, 5),
                new Running(1, 0.5, 5)))
        .isEqualTo(new Experiment.Progress(4, 2, 0.75, Optional.of(Duration.ofSeconds(5))));
  }

  @Test
  void aPauseOfADayDoesNotCount() {
    assertThat(
            of(
                List.of(
                    part(TrialState.FINISHED, 1, 1, 10),
                    part(TrialState.RUNNING, 1, 1, 0),
                    part(TrialState.QUEUED, 2, 2, 0)),
                new Running(1, 0, 0)))
        .isEqualTo(new Experiment.Progress(4, 1, 0.25, Optional.of(Duration.ofSeconds(30))));
  }

  @Test
  void theLastTrialIsNotShortenedByMoreSlots() {
    assertThat(
            of(
                    List.of(part(TrialState.FINISHED, 1, 1, 10), part(TrialState.RUNNING, 3, 3, 0)),
                    new Running(1, 0.9, 9),
                    new Running(1, 0.9, 9),
                    new Running(1, 0, 0))
                .timeLeft())
        .contains(Duration.ofSeconds(10));
  }

  @Test
  void aWaitingTrialIsNotShortenedByMoreSlotsEither() {
    assertThat(
            of(
                    List.of(
                        part(TrialState.FINISHED, 1, 1, 10),
                        part(TrialState.RUNNING, 2, 2, 0),
                        part(TrialState.QUEUED, 1, 4, 0)),
                    new Running(1, 0.5, 5),
                    new Running(1, 0.5, 5))
                .timeLeft())
        .contains(Duration.ofSeconds(40));
  }

  @Test
  void whatHasEndedHasNoTimeLeftAndCancelledTrialsAreNotDone() {
    assertThat(
            of(
                List.of(
                    part(TrialState.FINISHED, 1, 1, 10),
                    part(TrialState.FAILED, 1, 1, 0),
                    part(TrialState.CANCELLED, 2, 2, 0))))
        .isEqualTo(new Experiment.Progress(4, 4, 0.5, Optional.empty()));
  }

  @Test
  void trialsAreWeighedByTheirCost() {
    assertThat(
            of(List.of(part(TrialState.QUEUED, 1, 3, 0), part(TrialState.FINISHED, 1, 1, 1)))
                .fraction())
        .isEqualTo(0.25);
  }
}
