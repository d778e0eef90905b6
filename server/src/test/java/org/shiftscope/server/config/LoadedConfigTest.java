package org.shiftscope.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a worker makes of a configuration. */
class LoadedConfigTest extends ConfigStory {

  @Test
  void aWorkerNeedsADatabaseThatIsSharedAndASlot() {
    flags.put(Setting.SLOTS, "0");
    assertThatThrownBy(() -> read().ofWorker())
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining(
            "database must be the database of PostgreSQL that the server and all workers share; it"
                + " is empty (default).")
        .hasMessageContaining(
            "slots must be a whole number from 1 to 1024 for a worker; it is 0 (flag --slots).");
  }

  @Test
  void aWorkerPrintsWhatItUses() {
    environment.put("SHIFTSCOPE_LOG_FORMAT", "json");
    assertThat(read().printOfWorker().lines().map(line -> line.strip().split(" ")[0]))
        .containsExactly(
            "data",
            "slots",
            "device",
            "checkpoints",
            "resume-on-other-kernels",
            "trial-time-limit",
            "log-format");
    assertThat(read().printOfWorker()).contains("log-format      = json");
  }
}
