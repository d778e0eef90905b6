package org.shiftscope.compute.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.result.LandscapeTheory.Undecided;

/** What interval arithmetic and the quadrature could not decide is told. */
class TellUndecidedTest {

  @Test
  void whereAllIsDecidedItSaysSo() {
    Undecided told = tell(PaperLandscapes.fig6Right());
    assertThat(told.isNothing()).isTrue();
    assertThat(told.sentence())
        .isEqualTo(
            "Interval arithmetic shows that the train loss has no other minimum or maximum in the domain.");
  }

  @Test
  void flatStretchesAreToldWithTheirPlaceAndWhatToDo() {
    Undecided told = tell(PaperLandscapes.formula("tanh(50*(x - 1))^2 + 0*x", "1", 0, -3, 3));
    assertThat(told.isNothing()).isFalse();
    assertThat(told.basins())
        .allSatisfy(stretch -> assertThat(stretch.from()).isLessThan(stretch.to()))
        .anySatisfy(
            stretch ->
                assertThat(stretch.why()).isEqualTo("the slope is smaller than its own rounding"));
    assertThat(told.sentence())
        .startsWith("Whether the train loss has more minima was not decided from x = −")
        .contains(", where the slope is smaller than its own rounding.")
        .endsWith("or write the formula so that its terms do not cancel.");
  }

  /** Its slope has a root of |x − 0.123| in it, which no panel resolves. */
  @Test
  void whatTheQuadratureDoesNotResolveIsToldToo() {
    Undecided told =
        tell(PaperLandscapes.formula("x^2 + 0.1*((x - 0.123)^2 + 1e-28)^0.75", "1", 0, -1, 1));
    assertThat(told.quadrature())
        .singleElement()
        .satisfies(stretch -> assertThat(stretch.from()).isLessThanOrEqualTo(0.123))
        .satisfies(stretch -> assertThat(stretch.to()).isGreaterThanOrEqualTo(0.123));
    assertThat(told.sentence()).contains("do not resolve the landscape to 13 digits at x = 0.123.");
  }

  private static Undecided tell(LossLandscape landscape) {
    return TellUndecided.of(Terrain.of(landscape));
  }
}
