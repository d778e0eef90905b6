package org.shiftscope.compute.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left out by hand is said in a bounded length. */
class WithoutTrialsTest {

  @Test
  void fewAreNamed() {
    var two = new WithoutTrials(List.of(3, 17));
    assertThat(two.after("A sweep.")).isEqualTo("A sweep. Without trials 3, 17, left out by hand.");
    assertThat(new WithoutTrials(List.of(3)).sentence())
        .isEqualTo("Without trial 3, left out by hand.");
    assertThat(two.file("x-losses")).isEqualTo("x-losses-without-3-17");
    assertThat(two.brief()).isEqualTo("3,17");
  }

  @Test
  void manyAreCounted() {
    var many = new WithoutTrials(IntStream.range(0, 25).boxed().toList());
    assertThat(many.sentence())
        .isEqualTo("Without trials 0, 1, 2, 3, 4, 5, 6, 7 and 17 more, left out by hand.");
    assertThat(many.file("x")).isEqualTo("x-without-25-trials");
  }

  @Test
  void noneIsNotSaid() {
    assertThat(WithoutTrials.NONE.after("A sweep.")).isEqualTo("A sweep.");
    assertThat(WithoutTrials.NONE.file("x")).isEqualTo("x");
  }
}
