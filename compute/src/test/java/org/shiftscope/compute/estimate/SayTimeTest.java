package org.shiftscope.compute.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An estimate is said as a range, with one digit that counts. */
class SayTimeTest {

  @ParameterizedTest
  @CsvSource({
    "100, about 1 s",
    "1000, about 1 to 2 s",
    "3000, about 2 to 5 s",
    "25000, about 20 to 40 s",
    "60000, about 40 to 90 s",
    "150000, about 2 to 4 min",
    "3000000, about 30 to 80 min",
    "9000000, about 2 to 4 h",
    "400000000, about 70 to 200 h"
  })
  void noFinerDigitsThanAreKnown(long millis, String said) {
    assertThat(SayTime.about(Duration.ofMillis(millis))).isEqualTo(said);
  }
}
