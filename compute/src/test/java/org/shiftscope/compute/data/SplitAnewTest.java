package org.shiftscope.compute.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Seeds;

class SplitAnewTest {

  private static final DataFolder DATA = new DataFolder(Path.of("none"));
  private static final DatasetSpec ALL = DatasetSpec.all(DatasetName.DIGITS);

  @ParameterizedTest
  @CsvSource({"1347, 450", "300, 150", "10, 400", "1, 1"})
  void theSamplesAreThoseOfTheGivenSplitInTheSameSizes(int train, int test) {
    DatasetSpec spec = new DatasetSpec(DatasetName.DIGITS, train, test);
    Dataset given = DATA.open(spec);
    Dataset anew = DATA.open(spec.in(4));
    assertThat(anew.train().count()).isEqualTo(train);
    assertThat(anew.test().count()).isEqualTo(test);
    // Each as often as before, images with their classes: so train and test share no sample.
    assertThat(samples(anew)).containsExactlyInAnyOrderElementsOf(samples(given));
  }

  @Test
  void aSeedGivesTheSameSplitAndAnotherSeedAnother() {
    Dataset one = DATA.open(ALL.in(1));
    assertThat(DATA.open(ALL.in(1)).fingerprint()).isEqualTo(one.fingerprint());
    assertThat(samples(DATA.open(ALL.in(1)))).isEqualTo(samples(one));
    assertThat(
            LongStream.range(0, 5).mapToObj(seed -> DATA.open(ALL.in(seed)).fingerprint()).toList())
        .doesNotHaveDuplicates()
        .doesNotContain(DATA.open(ALL).fingerprint());
  }

  /** A sample goes to the test set with the odds that the sizes give, wherever it was. */
  @Test
  void everySampleIsAsLikelyToBeTestedAsAnyOther() {
    int[] tested = new int[40];
    for (long seed = 0; seed < 400; seed++) {
      Dataset anew =
          new SplitAnew(new Dataset(numbered(0, 30), numbered(30, 10)), seed)
              .split(new DatasetSpec(DatasetName.DIGITS, 30, 10));
      for (float number : anew.test().features()) {
        tested[(int) number]++;
      }
    }
    // Binomial, p = 1/4: four standard deviations of 400 draws are 34.6.
    assertThat(Arrays.stream(tested).min().orElseThrow()).isGreaterThan(65);
    assertThat(Arrays.stream(tested).max().orElseThrow()).isLessThan(135);
  }

  @Test
  void theGivenSplitIsThatOfTheAbsentField() {
    assertThat(ALL.split()).isEmpty();
    assertThat(ALL.in(3).split()).contains(3L);
    assertThat(ALL.in(3).given()).isEqualTo(ALL);
  }

  @Test
  void severalSplitsAreOpenedTrialByTrialOnly() {
    var several =
        new DatasetSpec(DatasetName.DIGITS, 10, 10, Optional.of(new Seeds(List.of(1L, 2L))));
    assertThatThrownBy(() -> DATA.open(several)).isInstanceOf(IllegalStateException.class);
  }

  /** Samples of one feature, which is their number. */
  private static Samples numbered(int first, int count) {
    float[] features = new float[count];
    for (int i = 0; i < count; i++) {
      features[i] = first + i;
    }
    return new Samples(features, new byte[count]);
  }

  /** Each sample with its class, train samples first. */
  private static List<String> samples(Dataset dataset) {
    return Stream.of(dataset.train(), dataset.test())
        .flatMap(
            set ->
                IntStream.range(0, set.count())
                    .mapToObj(
                        i ->
                            Arrays.toString(set.choose(new int[] {i}).features())
                                + set.classes()[i]))
        .collect(Collectors.toList());
  }
}
