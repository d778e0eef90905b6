package org.shiftscope.compute.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.TrainingSpec;

/**
 * Trials with datasets of their own share no samples. Both sets here are whole micro-batches, so
 * that the rest of a trial takes the same memory on either.
 */
class TrainingMemoryTest {

  private static final TrainingSpec TRAINING =
      ((TemperatureSweep) Presets.all().getFirst().spec()).training();
  private static final DatasetSpec LARGE = new DatasetSpec(DatasetName.DIGITS, 1_024, 256);
  private static final DatasetSpec SMALL = new DatasetSpec(DatasetName.DIGITS, 256, 256);

  @Test
  void oneTrialAtATimeHasTheLargest() {
    assertThat(bytes(List.of(SMALL, LARGE), 1)).isEqualTo(bytes(List.of(LARGE), 1));
    assertThat(bytes(List.of(LARGE), 1) - bytes(List.of(SMALL), 1)).isEqualTo(4 * 64 * 768);
  }

  @Test
  void twoAtATimeHaveASetEachWhereTheirsMayDiffer() {
    assertThat(bytes(List.of(SMALL, LARGE), 2) - bytes(List.of(LARGE), 2))
        .isEqualTo(4 * 64 * (1_024 + 256));
  }

  @Test
  void eachSplitIsASetOfItsOwn() {
    List<DatasetSpec> splits = List.of(LARGE.in(0), LARGE.in(1), LARGE.in(2));
    assertThat(bytes(splits, 1)).isEqualTo(bytes(List.of(LARGE), 1));
    assertThat(bytes(List.of(LARGE.in(0)), 2)).isEqualTo(bytes(List.of(LARGE), 2));
    assertThat(bytes(splits, 2) - bytes(List.of(LARGE), 2)).isEqualTo(4 * 64 * (1_024 + 256));
  }

  private static long bytes(List<DatasetSpec> datasets, int atATime) {
    return TrainingMemory.of(TRAINING, datasets, 0).of(atATime).bytes();
  }
}
