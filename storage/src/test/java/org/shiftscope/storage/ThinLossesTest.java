package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.stage.LossCurve;
import org.shiftscope.compute.stage.LossCurve.Point;

/** Bounded room, evenly thinned, and few norms. */
final class ThinLossesTest {

  private long now;
  private int norms;
  private final ThinLosses losses = new ThinLosses(() -> now);

  @Test
  void keepsAllOfFewThatAreApart() {
    tell("SGD", 200, ThinLosses.FIRST_GAP);
    assertThat(points("SGD")).hasSize(200).last().isEqualTo(new Point(199, 1.0 / 200, 3));
  }

  /** A telling each 7 µs for 0.7 s: 35 gaps of 20 ms. */
  @Test
  void asksForFewNormsOfManyInAShortTime() {
    tell("SGD", 100_000, 7_000);
    assertThat(points("SGD")).hasSize(35);
    assertThat(norms).isEqualTo(35);
  }

  /** An hour of a telling each 10 ms. */
  @Test
  void keepsManyInBoundedRoomEvenly() {
    tell("SGD", 360_000, 10_000_000);
    List<Point> kept = points("SGD");
    assertThat(kept).hasSizeBetween(ThinLosses.MOST / 2, ThinLosses.MOST);
    long apart = kept.get(1).step();
    assertThat(kept.subList(0, 100))
        .extracting(Point::step)
        .containsExactlyElementsOf(LongStream.range(0, 100).mapToObj(i -> i * apart).toList());
    assertThat(norms).isLessThan(1_300); // 200, and 100 for each of some ten doublings
  }

  @Test
  void keepsStagesApartInTheirOrder() {
    tell("SGD", 3, ThinLosses.FIRST_GAP);
    tell("train point", 2, ThinLosses.FIRST_GAP);
    assertThat(losses.curves()).extracting(LossCurve::stage).containsExactly("SGD", "train point");
    assertThat(points("train point")).hasSize(2);
  }

  private void tell(String stage, int times, long nanosApart) {
    for (int step = 0; step < times; step++) {
      losses.at(
          stage,
          step,
          1.0 / (step + 1),
          () -> {
            norms++;
            return 3;
          });
      now += nanosApart;
    }
  }

  private List<Point> points(String stage) {
    return losses.curves().stream()
        .filter(curve -> curve.stage().equals(stage))
        .findFirst()
        .orElseThrow()
        .points();
  }
}
