package org.shiftscope.compute.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Enclosure;
import org.shiftscope.compute.result.MinimumCertificate.Grade;

/** Certificates of the lowest points of basins whose standing is known. */
class CertifyBasinTest {

  static Stream<LossLandscape> paper() {
    return Stream.of(
        PaperLandscapes.fig4Left(),
        PaperLandscapes.fig4Right(),
        PaperLandscapes.fig6Left(),
        PaperLandscapes.fig6Right());
  }

  @ParameterizedTest
  @MethodSource("paper")
  void thePapersMinimaAreShownToBeSome(LossLandscape landscape) {
    Terrain terrain = Terrain.of(landscape);
    assertThat(terrain.basins())
        .allSatisfy(
            basin -> {
              MinimumCertificate judged = CertifyBasin.of(landscape.train(), basin);
              assertThat(judged.grade()).isEqualTo(Grade.MINIMUM);
              Enclosure around = judged.evidence().enclosure().orElseThrow();
              assertThat(around.single()).isTrue();
              assertThat(around.from()).isLessThan(basin.minimum());
              assertThat(around.to()).isGreaterThan(basin.minimum());
            });
  }

  /** L″ = 8 at ±1. */
  @Test
  void theSecondDerivativeIsBoundedFromBelow() {
    MinimumCertificate judged = judge("(x^2 - 1)^2", -2, 2).getFirst();
    assertThat(judged.evidence().lowest().orElseThrow().atMost()).isCloseTo(8, within(1e-12));
    assertThat(judged.evidence().lowest().orElseThrow().atLeast()).isBetween(8 - 1e-9, 8.0);
    assertThat(judged.reason())
        .startsWith("Interval arithmetic shows that the slope goes from below 0 to above within ")
        .endsWith(
            " of the basin's width, and that no other minimum lies so near; L″, 8 at the point, is above 0 there.");
  }

  @Test
  void aMinimumOfHigherOrderIsOneByTheSlopesSigns() {
    MinimumCertificate judged = judge("(x - 0.3)^6", -1, 1).getFirst();
    assertThat(judged.grade()).isEqualTo(Grade.MINIMUM);
    assertThat(judged.evidence().lowest()).isEmpty();
    assertThat(judged.evidence().enclosure().orElseThrow().single()).isFalse();
  }

  /** Expanded, (x − 1)^8 has a slope below its rounding up to a hundredth around 1. */
  @Test
  void whereRoundingHidesThePlaceItIsNearlyOne() {
    String expanded = "x^8 - 8*x^7 + 28*x^6 - 56*x^5 + 70*x^4 - 56*x^3 + 28*x^2 - 8*x + 1";
    assertThat(judge(expanded, -1, 3))
        .singleElement()
        .satisfies(judged -> assertThat(judged.grade()).isEqualTo(Grade.NEARLY))
        .satisfies(judged -> assertThat(judged.reason()).contains("rounding hides where"));
  }

  @Test
  void anEndOfTheDomainIsNoneWhereTheLossStillSlopes() {
    MinimumCertificate judged = judge("x + x^2", 0, 1).getFirst();
    assertThat(judged.grade()).isEqualTo(Grade.NOT_A_MINIMUM);
    assertThat(judged.reason())
        .isEqualTo(
            "The lowest point of its basin is an end of the domain, and the loss still slopes there: |L′| is 1.");
    assertThat(judge("-x", 0, 1).getFirst().grade()).isEqualTo(Grade.NOT_A_MINIMUM);
    assertThat(judge("x^2", 0, 1).getFirst().grade()).isEqualTo(Grade.NEARLY);
  }

  private static List<MinimumCertificate> judge(String loss, double from, double to) {
    LossLandscape landscape = PaperLandscapes.formula(loss, "1", 0, from, to);
    return Terrain.of(landscape).basins().stream()
        .map(basin -> CertifyBasin.of(landscape.train(), basin))
        .toList();
  }
}
