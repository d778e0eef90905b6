package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResamplingTest {

  private static final DatasetSpec DIGITS = new DatasetSpec(DatasetName.DIGITS, 120, 60);

  @Test
  void eachSeedGoesThroughTheGivenSplitAShuffledOneAndTheSizes() {
    Resampling spec = spec(DIGITS, 20, true, List.of(60, 90));

    assertThat(spec.trialCount()).isEqualTo(8);
    assertThat(IntStream.range(0, 8).mapToObj(spec::trialLabel))
        .containsExactly(
            "n = 180, given split, seed 3",
            "n = 180, shuffled by seed 3",
            "n = 60, shuffled by seed 3",
            "n = 90, shuffled by seed 3",
            "n = 180, given split, seed 7",
            "n = 180, shuffled by seed 7",
            "n = 60, shuffled by seed 7",
            "n = 90, shuffled by seed 7");
    assertThat(spec.coordinates(4))
        .containsExactly(
            entry("temperature", 0.1 / 20), entry("sampleSize", 180), entry("seed", 7L));
    assertThat(spec.coordinates(7))
        .containsExactly(
            entry("temperature", 0.1 / 20),
            entry("sampleSize", 90),
            entry("split", 7L),
            entry("seed", 7L));
  }

  @Test
  void aSampleIsSplitInTheProportionOfTheWholeAndDrawnFromAllOfIt() {
    Resampling spec = spec(DIGITS, 20, true, List.of(61));

    assertThat(spec.dataset(0)).contains(DIGITS);
    assertThat(spec.dataset(1)).contains(DIGITS.in(3));
    DatasetSpec drawn = spec.dataset(2).orElseThrow();
    assertThat(drawn.trainSamples()).isEqualTo(41);
    assertThat(drawn.testSamples()).isEqualTo(20);
    assertThat(drawn.split()).contains(3L);
    assertThat(drawn.given()).isEqualTo(DIGITS);
    assertThat(ReadSpec.from(WriteSpec.toJson(spec.sweep(2)))).isEqualTo(spec.sweep(2));
  }

  @Test
  void allSamplesShuffledAreOneTrialInBothExperiments() {
    assertThat(spec(DIGITS, 20, true, List.of(90, 180)).trialCount()).isEqualTo(6);
    assertThat(spec(DIGITS, 20, false, List.of(90, 180)).trialCount()).isEqualTo(4);
  }

  @Test
  void whatCannotBeDrawnIsRefusedAtItsField() {
    assertThatThrownBy(() -> spec(DIGITS, 20, false, List.of()))
        .hasMessageContaining("must hold 1 to 100 sample sizes");
    assertThatThrownBy(() -> spec(DIGITS, 20, false, List.of(181)))
        .hasMessageContaining("sizes[0] must be at most the 180 train and test samples");
    assertThatThrownBy(() -> spec(DIGITS, 20, false, List.of(24, 90)))
        .hasMessageContaining(
            "sgd.batchSize must not exceed the 16 train samples of a sample size of 24");
    assertThatThrownBy(() -> spec(DIGITS.in(4), 20, true, List.of(90)))
        .hasMessageContaining("dataset.splits must be left out");
    assertThatThrownBy(
            () ->
                new Resampling(
                    "Nothing",
                    training(DIGITS, 20),
                    new RefinementSpec.Minimum(1e-4, 10),
                    new LineSpec(-1, 2, 51),
                    Optional.empty(),
                    Optional.empty()))
        .hasMessageContaining("shuffle must be given where sizes are not");
  }

  private static Resampling spec(
      DatasetSpec dataset, int batchSize, boolean shuffle, List<Integer> sizes) {
    return new Resampling(
        "Resampling",
        training(dataset, batchSize),
        new RefinementSpec.Minimum(1e-4, 10),
        new LineSpec(-1, 2, 51),
        shuffle ? Optional.of(new ShuffleSpec(0.1)) : Optional.empty(),
        Optional.of(new SampleSizes(sizes)));
  }

  private static TrainingSpec training(DatasetSpec dataset, int batchSize) {
    return new TrainingSpec(
        dataset,
        new NetworkSpec.Mlp(List.of(4), Activation.TANH, 1),
        new Temperatures.Listed(List.of(0.1 / batchSize)),
        new Seeds(List.of(3L, 7L)),
        new SgdSpec.Scheduled(0.1, batchSize, 10, 0, List.of(), 0.1, 1e-3));
  }
}
