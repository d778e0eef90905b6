package org.shiftscope.ui.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.0214159, 0.02142",
    "1234.567, 1235",
    "0.000333, 3.33e-4",
    "2e-5, 2e-5",
    "500, 500",
    "-0.000333, −3.33e−4",
    "12345678, 1.235e7",
    "NaN, –"
  })
  void significantDigitsAreFour(double value, String text) {
    assertThat(FormatNumber.significant(value).replace("−", "-")).isEqualTo(text.replace("−", "-"));
  }

  @ParameterizedTest
  @CsvSource({"0.003, 0.003", "1e-5, 1e-5", "600, 600", "1.25e-7, 1.25e-7", "-1, -1", "0, 0"})
  void exactIsShort(double value, String text) {
    assertThat(FormatNumber.exact(value)).isEqualTo(text);
  }

  @Test
  void exactReadsBackAsTheSameDouble() {
    var random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      double value = Math.exp(random.nextGaussian() * 20);
      assertThat(Double.parseDouble(FormatNumber.exact(value))).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, under 1 s",
    "45, 45 s",
    "80, 1 min 20 s",
    "1500, 25 min",
    "11100, 3 h 5 min",
    "259200, 3 days"
  })
  void durationsAreShort(long seconds, String text) {
    assertThat(FormatTime.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"400, under 1 s", "45000, about 45 s"})
  void whatIsUnderASecondIsNotAlsoAbout(long millis, String text) {
    assertThat(FormatTime.about(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "10, just now",
    "300, 5 min ago",
    "7200, 2 h ago",
    "90000, yesterday",
    "864000, 1 Jan 1970"
  })
  void agoIsRelativeForAWeek(long seconds, String text) {
    assertThat(FormatTime.ago(Instant.EPOCH, Instant.EPOCH.plusSeconds(seconds), ZoneOffset.UTC))
        .isEqualTo(text);
  }
}
