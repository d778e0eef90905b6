package org.shiftscope.compute.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A step is timed on a clock that the step itself moves. */
class TimeStepsTest {

  private long now;
  private int steps;

  @Test
  void aStepThatTheCompilerMakesFasterIsTimedAfterwards() {
    double seconds =
        TimeSteps.median(() -> take(steps++ < 100 ? 10_000_000 / steps : 100_000), () -> now);
    assertThat(seconds).isCloseTo(1e-4, within(1e-9));
  }

  @Test
  void aStepThatWaitedForOthersNowAndThenIsTimedWithoutThat() {
    double seconds =
        TimeSteps.median(() -> take(steps++ % 5 == 0 ? 30_000_000 : 1_000_000), () -> now);
    assertThat(seconds).isCloseTo(1e-3, within(1e-9));
  }

  @Test
  void aStepOfSecondsIsTakenFourTimes() {
    assertThat(TimeSteps.median(() -> take(3_000_000_000L), () -> now)).isEqualTo(3);
    assertThat(now).isEqualTo(12_000_000_000L);
  }

  @Test
  void aStepThatNeverSettlesIsGivenUpInTime() {
    TimeSteps.median(() -> take((long) (1e9 * Math.pow(0.9, steps++))), () -> now);
    assertThat(steps).isEqualTo(20);
  }

  /** Reading a thread's clock takes half a microsecond, which is no part of a step. */
  @Test
  void aStepShorterThanALookAtTheClockIsTimedWithManyOthers() {
    double seconds =
        TimeSteps.median(
            () -> take(300),
            () -> {
              take(500);
              return now;
            });
    assertThat(seconds).isCloseTo(300e-9, within(2e-9));
  }

  @Test
  void aMachineThatIsFastForAMomentIsNotTakenForIt() {
    // Fifty steps make a round: the second one is fast, as between two other pieces of work.
    double seconds =
        TimeSteps.median(() -> take(steps++ / 50 == 1 ? 500_000 : 1_000_000), () -> now);
    assertThat(seconds).isCloseTo(1e-3, within(1e-9));
  }

  private void take(long nanos) {
    now += nanos;
  }
}
