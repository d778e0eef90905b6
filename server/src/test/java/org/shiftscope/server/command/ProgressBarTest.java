package org.shiftscope.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProgressBarTest {

  private final StringWriter shown = new StringWriter();

  @Test
  void aTerminalSeesABarGrowInItsPlace() {
    var bar = new ProgressBar(new PrintWriter(shown), true);

    bar.show(progress(0.5, 6, "135"));
    bar.show(progress(0.5, 6, "135"));
    bar.show(progress(1, 12, "null"));
    bar.end();

    assertThat(shown.toString())
        .isEqualTo(
            "\r  [###############...............]  50 %, 6 of 12 trials, 2 min left"
                + "\r  [##############################] 100 %, 12 of 12 trials           "
                + System.lineSeparator());
  }

  @Test
  void aFileGetsAPlainLineForEachTenth() {
    var bar = new ProgressBar(new PrintWriter(shown), false);

    bar.show(progress(0.01, 0, "null"));
    bar.show(progress(0.05, 0, "89"));
    bar.show(progress(0.31, 3, "80"));
    bar.end();

    assertThat(shown.toString().lines())
        .containsExactly("    1 %, 0 of 12 trials", "   31 %, 3 of 12 trials, 80 s left");
  }

  private static JsonNode progress(double fraction, int ended, String secondsLeft) {
    return JsonMapper.shared()
        .readTree(
            "{\"trials\": 12, \"ended\": %d, \"fraction\": %s, \"timeLeftSeconds\": %s}"
                .formatted(ended, fraction, secondsLeft));
  }
}
