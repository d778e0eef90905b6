package org.shiftscope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the night's backup is made. */
final class NightlyBackupTest {

  private static final LocalTime THREE = LocalTime.of(3, 0);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void itIsMadeAtATimeOfTheDayWhereTheMachineIs() {
    assertThat(NightlyBackup.untilNext(Instant.parse("2026-11-27T01:00:00Z"), THREE, BERLIN))
        .isEqualTo(Duration.ofHours(1));
    assertThat(NightlyBackup.untilNext(Instant.parse("2026-11-27T02:00:00Z"), THREE, BERLIN))
        .isEqualTo(Duration.ofHours(24));
    // Clocks are turned back that night: it has an hour more.
    assertThat(NightlyBackup.untilNext(Instant.parse("2026-10-24T02:00:00Z"), THREE, BERLIN))
        .isEqualTo(Duration.ofHours(24));
    assertThat(NightlyBackup.untilNext(Instant.parse("2026-10-24T01:00:00Z"), THREE, BERLIN))
        .isEqualTo(Duration.ofHours(25));
  }

  @Test
  void aNightThatWasMissedIsMadeUpForSoonAfterTheStart() {
    Instant noon = Instant.parse("2026-11-27T12:00:00Z");
    assertThat(first(noon, Optional.of(noon.minus(Duration.ofHours(30)))))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(first(noon, Optional.of(noon.minus(Duration.ofHours(9)))))
        .isEqualTo(Duration.ofHours(14));
    assertThat(first(noon, Optional.empty())).isEqualTo(Duration.ofHours(14));
  }

  private static Duration first(Instant now, Optional<Instant> last) {
    return NightlyBackup.firstWait(now, last, THREE, BERLIN);
  }
}
