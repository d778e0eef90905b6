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
    return MeasureProgress.of(new Tally(parts, true), List.of(running), 0, Optional.empty());
  }

  private static Optional<Duration> estimatedLeft(
      double expected, List<Part> parts, Running... running) {
    return MeasureProgress.of(new Tally(parts, true), List.of(running), 0, Optional.of(expected))
        .timeLeft();
  }

  private static Running running(double weight, double fraction, double seconds) {
    return new Running(weight, fraction, 0, seconds);
  }

  private static Part part(TrialState state, int trials, double weight, double seconds) {
    return new Part(
        state, state == TrialState.FINISHED ? "measured" : "", trials, weight, seconds, 0);
  }

  @Test
  void nothingIsKnownBeforeATrialHasMoved() {
    assertThat(
            of(
                List.of(part(TrialState.QUEUED, 3, 3, 0), part(TrialState.RUNNING, 1, 1, 0)),
                running(1, 0, 5)))
        .isEqualTo(new Experiment.Progress(4, 0, 0, Optional.empty()));
  }

  @Test
  void twoSlotsHalveTheTimeLeft() {
    assertThat(
            of(
                List.of(part(TrialState.FINISHED, 2, 2, 20), part(TrialState.RUNNING, 2, 2, 0)),
                running(1, 0.5, 5),
                running(1, 0.5, 5)))
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
                running(1, 0, 0)))
        .isEqualTo(new Experiment.Progress(4, 1, 0.25, Optional.of(Duration.ofSeconds(30))));
  }

  @Test
  void theLastTrialIsNotShortenedByMoreSlots() {
    assertThat(
            of(
                    List.of(part(TrialState.FINISHED, 1, 1, 10), part(TrialState.RUNNING, 3, 3, 0)),
                    running(1, 0.9, 9),
                    running(1, 0.9, 9),
                    running(1, 0, 0))
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
                    running(1, 0.5, 5),
                    running(1, 0.5, 5))
                .timeLeft())
        .contains(Duration.ofSeconds(40));
  }

  @Test
  void pausedTrialsKeepTheirShareAndAreNoTimeLeft() {
    var paused = new Part(TrialState.PAUSED, "", 2, 2, 0, 1);
    assertThat(of(List.of(part(TrialState.FINISHED, 2, 2, 20), paused)))
        .isEqualTo(new Experiment.Progress(4, 2, 0.75, Optional.empty(), 2, 0));
    assertThat(
            of(List.of(
                    part(TrialState.FINISHED, 2, 2, 20), paused, part(TrialState.QUEUED, 1, 1, 0)))
                .timeLeft())
        .contains(Duration.ofSeconds(10));
  }

  @Test
  void whatHasEndedHasNoTimeLeftAndCancelledTrialsAreNotDone() {
    assertThat(
            of(
                List.of(
                    part(TrialState.FINISHED, 1, 1, 10),
                    part(TrialState.FAILED, 1, 1, 0),
                    part(TrialState.CANCELLED, 2, 2, 0))))
        .isEqualTo(new Experiment.Progress(4, 4, 0.5, Optional.empty(), 0, 1));
  }

  @Test
  void trialsAreWeighedByTheirCost() {
    assertThat(
            of(List.of(part(TrialState.QUEUED, 1, 3, 0), part(TrialState.FINISHED, 1, 1, 1)))
                .fraction())
        .isEqualTo(0.25);
  }

  @Test
  void aFreshExperimentStartsFromItsEstimate() {
    var four = List.of(part(TrialState.QUEUED, 2, 2, 0), part(TrialState.RUNNING, 2, 2, 0));
    assertThat(estimatedLeft(40, four, running(1, 0, 0), running(1, 0, 0)))
        .contains(Duration.ofSeconds(20));
  }

  @Test
  void howManyTrialsRunAtATimeIsNotKnownBeforeTheFirst() {
    assertThat(estimatedLeft(40, List.of(part(TrialState.QUEUED, 4, 4, 0)))).isEmpty();
  }

  @Test
  void onePerCentOfATrialTellsNothing() {
    var four = List.of(part(TrialState.QUEUED, 3, 3, 0), part(TrialState.RUNNING, 1, 1, 0));
    assertThat(of(four, running(1, 0.01, 60)).timeLeft()).isEmpty();
    assertThat(estimatedLeft(40, four, running(1, 0.01, 60))).contains(Duration.ofSeconds(45));
  }

  @Test
  void theEstimateGivesWayToWhatIsMeasured() {
    var one = List.of(part(TrialState.RUNNING, 1, 1, 0));
    // A tenth was done in 8 s: 80 s for a trial, by the estimate 20.
    assertThat(estimatedLeft(20, one, running(1, 0.1, 8))).contains(Duration.ofSeconds(25));
    // Half was done in 20 s: 40 s for a trial, by the estimate 10.
    assertThat(estimatedLeft(10, one, running(1, 0.5, 20))).contains(Duration.ofSeconds(15));
  }

  @Test
  void anEstimateThatIsAHundredTimesTooLongIsSoonForgotten() {
    assertThat(estimatedLeft(2_000, parts(1, 1))).contains(Duration.ofSeconds(25));
    assertThat(estimatedLeft(10_000, parts(9, 1))).contains(Duration.ofSeconds(11));
  }

  /** Trials that took ten seconds each, and trials that wait. */
  private static List<Part> parts(int finished, int queued) {
    return List.of(
        part(TrialState.FINISHED, finished, finished, 10.0 * finished),
        part(TrialState.QUEUED, queued, queued, 0));
  }

  @Test
  void aTrialResumedAtFourFifthsIsMeasuredByWhatItDidSince() {
    var one = List.of(part(TrialState.RUNNING, 1, 1, 0));
    assertThat(of(one, new Running(1, 0.8, 0.8, 1)).timeLeft()).isEmpty();
    // A tenth in 10 s: not nine tenths.
    assertThat(of(one, new Running(1, 0.9, 0.8, 10)).timeLeft()).contains(Duration.ofSeconds(10));
  }

  @Test
  void afterARetryWhatFinishedTrialsFoundDoneIsNotInTheirPace() {
    var half = new Part(TrialState.FINISHED, "measured", 1, 1, 10, 0.5);
    assertThat(of(List.of(half, part(TrialState.QUEUED, 1, 1, 0))).timeLeft())
        .contains(Duration.ofSeconds(20));
  }

  @Test
  void aTrialThatFoundAllOfItDoneTellsNoPace() {
    var all = new Part(TrialState.FINISHED, "measured", 1, 1, 1, 1);
    assertThat(of(List.of(all, part(TrialState.QUEUED, 1, 1, 0))).timeLeft()).isEmpty();
  }

  @Test
  void aLongLastTrialIsTheTimeLeft() {
    assertThat(
            of(
                    List.of(
                        part(TrialState.FINISHED, 10, 10, 100), part(TrialState.RUNNING, 1, 50, 0)),
                    running(50, 0.5, 250))
                .timeLeft())
        .contains(Duration.ofSeconds(240)); // 250 s, to a tenth
  }

  @Test
  void lessThanASecondIsASecond() {
    assertThat(of(List.of(part(TrialState.RUNNING, 1, 1, 0)), running(1, 0.99, 10)).timeLeft())
        .contains(Duration.ofSeconds(1));
  }

  @Test
  void twoTrialsOfOnePerCentEachTellNothingEither() {
    var two = List.of(part(TrialState.RUNNING, 2, 2, 0));
    assertThat(of(two, running(1, 0.015, 60), running(1, 0.015, 60)).timeLeft()).isEmpty();
    assertThat(of(two, running(1, 0.02, 3), running(1, 0, 3)).timeLeft()).isPresent();
  }

  @Test
  void theFirstSecondsOfAProcessTellNothing() {
    var parts = List.of(part(TrialState.FINISHED, 1, 1, 4), part(TrialState.QUEUED, 9, 9, 0));
    assertThat(of(parts).timeLeft()).isEmpty();
    assertThat(of(parts, running(1, 0.5, 1)).timeLeft()).isPresent();
    assertThat(estimatedLeft(10, parts, running(1, 0.1, 0.2))).contains(Duration.ofSeconds(10));
  }

  @Test
  void theMomentBetweenTwoTrialsIsNoJump() {
    var parts =
        List.of(
            part(TrialState.FINISHED, 4, 4, 40),
            part(TrialState.RUNNING, 1, 1, 0),
            part(TrialState.QUEUED, 5, 5, 0));
    Running one = running(1, 0.5, 5);
    assertThat(
            MeasureProgress.of(new Tally(parts, true), List.of(one), 2, Optional.empty())
                .timeLeft())
        .describedAs("55 s of work in two slots, one of which is about to take up a trial")
        .contains(Duration.ofSeconds(30));
    assertThat(
            MeasureProgress.of(new Tally(parts, true), List.of(one), 1, Optional.empty())
                .timeLeft())
        .describedAs("others have the second slot")
        .contains(Duration.ofSeconds(55));
  }

  @Test
  void whatIsKnownByTheEstimateAloneHasOneDigit() {
    var four = List.of(part(TrialState.QUEUED, 3, 3, 0), part(TrialState.RUNNING, 1, 1, 0));
    assertThat(estimatedLeft(143, four, running(1, 0.001, 1))).contains(Duration.ofSeconds(120));
    assertThat(estimatedLeft(23, four, running(1, 0.001, 1))).contains(Duration.ofSeconds(25));
  }
}
