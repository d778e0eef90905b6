package org.shiftscope.compute.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.SamplePool;
import org.shiftscope.compute.spec.Seeds;

class DrawSamplesTest {

  private static final DataFolder FOLDER = new DataFolder(Path.of("none"));
  private static final SamplePool POOL = new SamplePool(600, 200);

  @Test
  void aDrawOfFewerIsPartOfTheSameSeedsDrawOfMore() {
    Dataset few = draw(150, 50, 4);
    Dataset more = draw(300, 100, 4);

    assertThat(few.train().count()).isEqualTo(150);
    assertThat(few.test().count()).isEqualTo(50);
    assertThat(samples(few.train())).isSubsetOf(samples(more.train()).toList());
    assertThat(samples(few.test())).isSubsetOf(samples(more.test()).toList());
  }

  @Test
  void drawsOfOtherSeedsAreOtherSamplesFromBothParts() {
    Dataset one = draw(150, 50, 4);
    Dataset other = draw(150, 50, 5);
    Dataset given = FOLDER.open(new DatasetSpec(DatasetName.DIGITS, 600, 200));
    List<List<Float>> test = samples(given.test()).toList();

    assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
    assertThat(one.fingerprint()).isEqualTo(draw(150, 50, 4).fingerprint());
    // A quarter of those to train on are from the test part: 38 of 150, ± 5.
    assertThat(samples(one.train()).filter(test::contains).count()).isBetween(20L, 56L);
    assertThat(samples(one.train()).filter(samples(other.train()).toList()::contains).count())
        .isBetween(10L, 60L);
  }

  @Test
  void noSampleIsInBothParts() {
    Dataset drawn = draw(300, 100, 4);

    assertThat(samples(drawn.train())).doesNotContainAnyElementsOf(samples(drawn.test()).toList());
  }

  private static Dataset draw(int train, int test, long seed) {
    return FOLDER.open(
        new DatasetSpec(
            DatasetName.DIGITS,
            train,
            test,
            Optional.of(new Seeds(List.of(seed))),
            Optional.of(POOL)));
  }

  private static Stream<List<Float>> samples(Samples of) {
    int size = of.features().length / of.count();
    return IntStream.range(0, of.count())
        .mapToObj(i -> Arrays.copyOfRange(of.features(), i * size, (i + 1) * size))
        .map(DrawSamplesTest::list);
  }

  private static List<Float> list(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }
}
