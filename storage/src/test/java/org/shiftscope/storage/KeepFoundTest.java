package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.finding.Include;

/** As much is kept as is said, the last that were asked for. */
class KeepFoundTest {

  private static final ExperimentId ID = ExperimentId.parse("aaaaaaaaaaaa").orElseThrow();

  @Test
  void manySetsOfTrialsCrowdEachOtherOut() {
    var found = new KeepFound<Integer>(2);
    for (int i = 0; i < 4; i++) {
      int trial = i;
      found.keep(9, ID, Include.COUNTED.without(List.of(trial)), () -> trial);
    }
    assertThat(found.over(9, ID, Include.COUNTED.without(List.of(1)))).isEmpty();
    assertThat(found.over(9, ID, Include.COUNTED.without(List.of(2)))).hasValue(2);
    assertThat(found.over(9, ID, Include.COUNTED.without(List.of(3)))).hasValue(3);
    assertThat(found.over(8, ID, Include.COUNTED.without(List.of(3)))).isEmpty();
  }
}
