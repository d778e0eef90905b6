package org.shiftscope.ui.kind.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.kind.NumberTable;

class TrialNumbersTest {

  private static final String SPECTRA = "Hessian H and gradient noise C at both points";

  @Test
  void eigenvaluesAndTracesStandWhereTheyWereMeasuredAlone() {
    assertThat(TrialNumbers.of(Planted.measurement(1, 1, Outcome.MEASURED)))
        .extracting(NumberTable::title)
        .doesNotContain(SPECTRA);
    NumberTable table =
        TrialNumbers.of(Planted.withSpectra(8, 40)).stream()
            .filter(each -> each.title().equals(SPECTRA))
            .findFirst()
            .orElseThrow();
    assertThat(values(table, "Largest of H")).containsExactly("4, 2", "8, 4");
    assertThat(values(table, "Smallest of H"))
        .containsExactly("between −0.5 and −0.125", "between −0.5 and −0.125");
    assertThat(values(table, "Residual").getFirst()).endsWith("(stopped early)");
    assertThat(values(table, "tr H")).containsExactly("20 [19.5, 20.5]", "40 [39.5, 40.5]");
    assertThat(values(table, "Hessian products")).containsExactly("110", "110");
  }

  private static List<String> values(NumberTable table, String name) {
    return table.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }
}
