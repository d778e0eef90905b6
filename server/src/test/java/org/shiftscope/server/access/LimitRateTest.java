package org.shiftscope.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LimitRateTest {

  private final LimitRate rates = new LimitRate();

  @Test
  void tenWrongGuessesAtAnAccountAreEnoughFromWhateverAddress() {
    IntStream.range(0, 10).forEach(i -> assertThat(rates.guess("ada", "192.0.2." + i)).isEmpty());
    assertThat(rates.guess("ada", "192.0.2.99")).isPresent();
    assertThat(rates.guess("rob", "192.0.2.99")).isEmpty();
  }

  @Test
  void fiftyWrongGuessesFromAnAddressAreEnoughAtWhateverAccount() {
    IntStream.range(0, 50)
        .forEach(i -> assertThat(rates.guess("account" + i, "192.0.2.1")).isEmpty());
    assertThat(rates.guess("ada", "192.0.2.1")).isPresent();
  }

  @Test
  void whoSignsInRightIsNeverKeptFromIt() {
    for (int i = 0; i < 200; i++) {
      assertThat(rates.guess("ada", "192.0.2.1")).isEmpty();
      rates.right("ada", "192.0.2.1");
    }
  }

  @Test
  void aScriptMayWorkHardButNotWithoutAPause() {
    assertThat(IntStream.range(0, 10_000).filter(i -> rates.request("ada").isEmpty()).count())
        .isBetween(2_000L, 4_000L);
    assertThat(rates.request("rob")).isEmpty();
  }
}
