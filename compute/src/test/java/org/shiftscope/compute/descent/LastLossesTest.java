package org.shiftscope.compute.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongToDoubleFunction;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.LossFall;

/** Whether a planted course of losses is told to fall still. */
class LastLossesTest {

  private static final int STEPS = 4_013;
  private static final int SEEDS = 400;

  @Test
  void theLastTenthIsComparedWithTheOneBefore() {
    LossFall fall = hear(STEPS, step -> step < STEPS - 400 ? 3 : 2);
    assertThat(fall.before()).isEqualTo(3);
    assertThat(fall.last()).isEqualTo(2);
    assertThat(fall.error()).isZero();
    assertThat(fall.stillFalls()).isTrue();
  }

  @Test
  void aLossThatHasSettledIsSeldomSaidToFall() {
    assertThat(saidToFall(_ -> 0.5, 0.2)).isLessThan(0.05);
  }

  @Test
  void oneThatFallsAsTheInverseOfTheTimeIsSaidTo() {
    // 1 − 0.85 / 0.95 of its value, ten errors and more.
    assertThat(saidToFall(step -> 300.0 / (step + 1), 0.02)).isGreaterThan(0.99);
  }

  @Test
  void aFallOfLessThanAHundredthIsNoNews() {
    assertThat(hear(STEPS, step -> 1 - 2e-6 * step).stillFalls()).isFalse();
  }

  @Test
  void theErrorIsThatOfTheDifference() {
    double squares = 0;
    double errors = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      LossFall fall = noisy(seed, _ -> 1, 0.3);
      squares += Math.pow(fall.before() - fall.last(), 2) / SEEDS;
      errors += fall.error() * fall.error() / SEEDS;
    }
    assertThat(errors).isCloseTo(squares, within(0.15 * squares));
  }

  @Test
  void aRunOfTooFewStepsTellsNothing() {
    var losses = new LastLosses(99, new double[0]);
    for (int step = 0; step < 99; step++) {
      losses.hear(step, 1);
    }
    assertThat(losses.fall()).isEmpty();
  }

  @Test
  void whatGoesOnFromItsSumsTellsTheSame() {
    var whole = new LastLosses(STEPS, new double[0]);
    var first = new LastLosses(STEPS, new double[0]);
    for (int step = 0; step < STEPS; step++) {
      whole.hear(step, Math.sin(step));
      first.hear(step, Math.sin(step));
      if (step == 3_699) {
        first = new LastLosses(STEPS, first.sums());
      }
    }
    assertThat(first.fall()).isEqualTo(whole.fall());
  }

  private static double saidToFall(LongToDoubleFunction loss, double noise) {
    int said = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      said += noisy(seed, loss, noise).stillFalls() ? 1 : 0;
    }
    return said / (double) SEEDS;
  }

  private static LossFall noisy(int seed, LongToDoubleFunction loss, double noise) {
    RandomGenerator random = RandomStreams.of(seed).generator();
    return hear(STEPS, step -> loss.applyAsDouble(step) + noise * random.nextGaussian());
  }

  private static LossFall hear(int steps, LongToDoubleFunction loss) {
    var losses = new LastLosses(steps, new double[0]);
    for (int step = 0; step < steps; step++) {
      losses.hear(step, loss.applyAsDouble(step));
    }
    return losses.fall().orElseThrow();
  }
}
