package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.spec.ExperimentSpec;

/** Progress weighs trials by their cost, and tells the time left from the time that they took. */
final class MeasureProgressTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final ExperimentId ID = new ExperimentId("aaaaaaaaaaaa");

  /** Four trials of one cost. */
  private static final ExperimentSpec EVEN = Samples.spec("even", 4);

  private static TrialRow trial(int number, TrialState state, double fraction, long... seconds) {
    return new TrialRow(
        ID,
        number,
        state,
        "",
        fraction,
        1,
        seconds.length > 0 ? Optional.of(START.plusSeconds(seconds[0])) : Optional.empty(),
        seconds.length > 1 ? Optional.of(START.plusSeconds(seconds[1])) : Optional.empty(),
        Optional.empty());
  }

  private static Experiment.Progress at(long second, TrialRow... trials) {
    return MeasureProgress.of(EVEN, List.of(trials), START.plusSeconds(second));
  }

  @Test
  void nothingIsKnownBeforeATrialHasMoved() {
    assertThat(
            at(
                5,
                trial(0, TrialState.RUNNING, 0, 0),
                trial(1, TrialState.QUEUED, 0),
                trial(2, TrialState.QUEUED, 0),
                trial(3, TrialState.QUEUED, 0)))
        .isEqualTo(new Experiment.Progress(4, 0, 0, Optional.empty()));
  }

  @Test
  void twoSlotsHalveTheTimeLeft() {
    assertThat(
            at(
                15,
                trial(0, TrialState.FINISHED, 1, 0, 10),
                trial(1, TrialState.FINISHED, 1, 0, 10),
                trial(2, TrialState.RUNNING, 0.5, 10),
                trial(3, TrialState.RUNNING, 0.5, 10)))
        .isEqualTo(new Experiment.Progress(4, 2, 0.75, Optional.of(Duration.ofSeconds(5))));
  }

  @Test
  void aPauseOfADayDoesNotCount() {
    long day = 86_400;
    assertThat(
            at(
                day,
                trial(0, TrialState.FINISHED, 1, 0, 10),
                trial(1, TrialState.RUNNING, 0, day),
                trial(2, TrialState.QUEUED, 0),
                trial(3, TrialState.QUEUED, 0)))
        .isEqualTo(new Experiment.Progress(4, 1, 0.25, Optional.of(Duration.ofSeconds(30))));
  }

  @Test
  void theLastTrialIsNotShortenedByMoreSlots() {
    assertThat(
            at(
                    10,
                    trial(0, TrialState.FINISHED, 1, 0, 10),
                    trial(1, TrialState.RUNNING, 0.9, 1),
                    trial(2, TrialState.RUNNING, 0.9, 1),
                    trial(3, TrialState.RUNNING, 0, 10))
                .timeLeft()
                .orElseThrow())
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void whatHasEndedHasNoTimeLeftAndCancelledTrialsAreNotDone() {
    assertThat(
            at(
                99,
                trial(0, TrialState.FINISHED, 1, 0, 10),
                trial(1, TrialState.FAILED, 0, 0, 10),
                trial(2, TrialState.CANCELLED, 0, 0, 10),
                trial(3, TrialState.CANCELLED, 0)))
        .isEqualTo(new Experiment.Progress(4, 4, 0.5, Optional.empty()));
  }

  @Test
  void trialsAreWeighedByTheirCost() {
    var uneven = Samples.spec("uneven", List.of(0.001, 0.1), 1);
    double expected = uneven.cost(1) / (uneven.cost(0) + uneven.cost(1));
    double fraction =
        MeasureProgress.of(
                uneven,
                List.of(trial(0, TrialState.QUEUED, 0), trial(1, TrialState.FINISHED, 1, 0, 1)),
                START.plusSeconds(1))
            .fraction();
    assertThat(expected).isLessThan(0.5);
    assertThat(fraction).isCloseTo(expected, within(1e-12));
  }
}
