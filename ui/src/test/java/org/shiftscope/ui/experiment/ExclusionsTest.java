package org.shiftscope.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;

class ExclusionsTest {

  private final Trial measured = Planted.finished(0, Planted.measurement(1, 1, Outcome.MEASURED));
  private final Trial unconverged =
      Planted.finished(1, Planted.measurement(1, 1, Outcome.UNCONVERGED));
  private final Trial diverged = Planted.finished(2, Planted.diverged());

  @Test
  void whereAllTrialsCountNothingIsSaid() {
    assertThat(Exclusions.sentence(List.of(measured))).isEmpty();
  }

  @Test
  void eachReasonIsCounted() {
    assertThat(Exclusions.sentence(List.of(measured, diverged)))
        .isEqualTo("1 of 2 trials diverged: left out of the charts and means.");
    assertThat(Exclusions.sentence(List.of(measured, diverged, unconverged)))
        .isEqualTo(
            "1 of 3 trials diverged and 1 did not converge: left out of the charts and means.");
  }
}
