package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.stage.LossCurve;
import org.shiftscope.compute.stage.LossCurve.Point;

/** Bounded room, evenly thinned, and few norms. */
final class ThinLossesTest {

  private final ThinLosses losses = new ThinLosses();
  private int norms;

  @Test
  void keepsAllOfFew() {
    tell("SGD", 200);
    assertThat(points("SGD")).hasSize(200).last().isEqualTo(new Point(199, 1.0 / 200, 3));
  }

  @Test
  void keepsEverySecondToThePowerOfManyInBoundedRoomAndAsksForFewNorms() {
    tell("SGD", 100_000);
    List<Point> kept = points("SGD");
    assertThat(kept).hasSizeBetween(ThinLosses.MOST / 2, ThinLosses.MOST);
    // 100,000 / 200 = 500 is between 2^8 and 2^9.
    assertThat(kept)
        .extracting(Point::step)
        .containsExactlyElementsOf(
            IntStream.range(0, kept.size()).mapToObj(i -> i * 512L).toList());
    assertThat(norms).isLessThan(1_200); // 200 + 100 for each of nine halvings
  }

  @Test
  void keepsStagesApartInTheirOrder() {
    tell("SGD", 3);
    tell("train point", 2);
    assertThat(losses.curves()).extracting(LossCurve::stage).containsExactly("SGD", "train point");
    assertThat(points("train point")).hasSize(2);
  }

  private void tell(String stage, int times) {
    for (int step = 0; step < times; step++) {
      losses.at(
          stage,
          step,
          1.0 / (step + 1),
          () -> {
            norms++;
            return 3;
          });
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
