package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time left has no finer digits than are known of it. */
final class AboutTimeTest {

  @ParameterizedTest
  @CsvSource({
    "0.4, 1",
    "1.6, 2",
    "9.7, 10",
    "27, 25",
    "47, 45",
    "93, 90",
    "227, 240",
    "1000, 900",
    "13620, 14400",
    "100000, 108000"
  })
  void isRoundedToAboutATenth(double seconds, long told) {
    assertThat(AboutTime.of(Duration.ofMillis(Math.round(seconds * 1_000))).toSeconds())
        .isEqualTo(told);
  }
}
