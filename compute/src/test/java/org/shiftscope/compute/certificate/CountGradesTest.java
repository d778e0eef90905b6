package org.shiftscope.compute.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Along;
import org.shiftscope.compute.result.MinimumCertificate.Enclosure;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.PointGrades.Graded;
import org.shiftscope.compute.result.Series;

/** Grades are given by the judge, and only counted here. */
class CountGradesTest {

  private static final double TOLERANCE = 1e-6;

  @Test
  void everySortOfPointIsCountedOnceAndSaid() {
    PointGrades found =
        count(minimum(), minimum(), nearly(), saddle(), saddle(), saddle(), curvesDown(), slope());

    assertThat(found.points()).containsExactly(new Graded("x*", 8, 0, 2, 1, 5, 3, 1));
    assertThat(String.join(" ", found.sentences()))
        .isEqualTo(
            "Of 8 lowest points of basins 2 are certified minima, 1 is nearly one and 5 are not minima (at 3 the gradient"
                + " is within the tolerance and the loss curves down along a direction, at 1 the loss curves down along a"
                + " direction, at 1 the loss still slopes).");
  }

  @Test
  void pointsOfOneGradeAreSaidTogether() {
    assertThat(String.join(" ", count(minimum(), minimum()).sentences()))
        .isEqualTo("All 2 lowest points of basins are certified minima.");
    assertThat(String.join(" ", count(nearly(), nearly()).sentences()))
        .isEqualTo("All 2 lowest points of basins are nearly minima, and none is a certified one.");
    assertThat(String.join(" ", count(saddle(), slope()).sentences()))
        .startsWith("None of 2 lowest points of basins is a minimum: at 1 the gradient is within")
        .endsWith(", at 1 the loss still slopes.");
    assertThat(String.join(" ", count(nearly(), slope()).sentences()))
        .contains("none is a certified minimum, 1 is nearly one and 1 is not one (there the loss");
  }

  @Test
  void onePointIsSaidAsOne() {
    assertThat(String.join(" ", count(minimum()).sentences()))
        .isEqualTo("The lowest point of the basin is a certified minimum.");
    assertThat(String.join(" ", count(nearly()).sentences()))
        .isEqualTo("The lowest point of the basin is nearly a minimum.");
    assertThat(String.join(" ", count(curvesDown()).sentences()))
        .isEqualTo(
            "The lowest point of the basin is not a minimum: the loss curves down along a direction.");
    assertThat(String.join(" ", count(slope()).sentences()))
        .isEqualTo("The lowest point of the basin is not a minimum: the loss still slopes there.");
  }

  /** A bend downwards at such an end is no reason of its grade. */
  @Test
  void theEndOfADomainAtWhichTheLossSlopesIsNoSaddle() {
    Evidence end = evidence(0, Optional.empty(), lowest(-1));
    var around = new Enclosure(0, 0.1, -1, -1, 0.1, false);
    PointGrades found =
        count(
            JudgePoint.of(
                new Evidence(
                    end.loss(),
                    end.gradientNorm(),
                    end.tolerance(),
                    end.startGradientNorm(),
                    end.minibatches(),
                    end.fall(),
                    end.lastFall(),
                    end.barrier(),
                    end.along(),
                    end.lowest(),
                    Optional.of(around))));
    assertThat(found.points()).containsExactly(new Graded("x*", 1, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void whereNothingWasJudgedNothingIsSaid() {
    assertThat(CountGrades.ofBasins(List.of())).isEmpty();
    assertThat(CountGrades.of(List.of())).isEmpty();
  }

  private static PointGrades count(MinimumCertificate... points) {
    return CountGrades.ofBasins(Stream.of(points).toList()).orElseThrow();
  }

  private static MinimumCertificate minimum() {
    return JudgePoint.of(evidence(1e-7, Optional.empty(), lowest(0.01)));
  }

  private static MinimumCertificate nearly() {
    return JudgePoint.of(evidence(1e-7, Optional.empty(), Optional.empty()));
  }

  private static MinimumCertificate saddle() {
    return JudgePoint.of(evidence(1e-7, Optional.empty(), lowest(-0.02)));
  }

  private static MinimumCertificate curvesDown() {
    return JudgePoint.of(
        evidence(1e-3, Optional.of(new Along(0, -1, 2, 0, Double.NaN)), Optional.empty()));
  }

  private static MinimumCertificate slope() {
    return JudgePoint.of(
        evidence(1e-3, Optional.of(new Along(1, 1, 1, 0.6, 0.5)), Optional.empty()));
  }

  private static Evidence evidence(
      double gradientNorm, Optional<Along> along, Optional<LowestEigenvalues> lowest) {
    return new Evidence(
        0.1, gradientNorm, TOLERANCE, 1, Optional.empty(), 0.5, 0.01, 0, along, lowest);
  }

  private static Optional<LowestEigenvalues> lowest(double value) {
    return Optional.of(
        new LowestEigenvalues(Series.of(value), Series.of(1e-9), value, 1e-3, 10, 60));
  }
}
