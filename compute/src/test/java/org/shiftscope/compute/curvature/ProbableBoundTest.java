package org.shiftscope.compute.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.curvature.Lanczos.Spectrum;
import org.shiftscope.compute.curvature.Lanczos.Wanted;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.stage.StageRun;

/** The lower bound of the smallest eigenvalue, on spectra that are known. */
class ProbableBoundTest {

  private static final int D = 400;
  private static final double NEVER = 1e-12;

  /**
   * On many random starts and after few steps, where Ritz values are wrong by much: 2,000 searches
   * on each spectrum, of which at most 2 in expectation may miss. Eight or more would come once in
   * a thousand times.
   */
  @Test
  void itHoldsWithItsProbabilityWhereTheRitzValueIsFarOff() {
    for (double[] spectrum : new double[][] {evenly(), crowdedAtTheBottom(), oneAlone()}) {
      int missed = 0;
      double worst = 0;
      for (int start = 0; start < 2_000; start++) {
        LowestEigenvalues found = search(spectrum, 8, start).lowest();
        missed += found.atLeast() > spectrum[0] ? 1 : 0;
        worst = Math.max(worst, found.atMost() - spectrum[0]);
      }
      assertThat(missed).isLessThan(8);
      assertThat(worst).isGreaterThan(1e-3);
    }
  }

  /**
   * With one eigenvalue at 0 and all others at 1, |p(0)| after one step is √(1 − γ²) / |γ|: the
   * bound misses exactly where the start has too little of the one eigenvector. Of 40,000 starts 40
   * do in expectation, with a standard deviation of 6.
   */
  @Test
  void itMissesAsOftenAsItMayOnTheWorstSpectrum() {
    double[] spectrum = new double[D];
    Arrays.fill(spectrum, 1, D, 1);
    long missed =
        IntStream.range(0, 40_000)
            .filter(start -> search(spectrum, 1, start).lower().atLeast() > 0)
            .count();
    assertThat(missed).isBetween(20L, 60L);
  }

  @Test
  void aRitzValueIsNeverBelowAndItsResidualDoesNotSayThatItIsTheSmallest() {
    double[] spectrum = evenly();
    spectrum[0] = -1e-3;
    Spectrum early = search(spectrum, 40, 3);
    assertThat(early.lowest().atMost()).isGreaterThan(spectrum[0]);
    assertThat(early.lowest().atLeast()).isLessThan(spectrum[0]);
    assertThat(early.lowest().resolved()).isFalse();
    assertThat(early.converged()).isFalse();
  }

  @Test
  void itComesToTheEigenvalueAndIsExactOnceTheBasisIsWhole() {
    double[] spectrum = crowdedAtTheBottom();
    LowestEigenvalues late = search(spectrum, D, 5).lowest();
    assertThat(late.resolved()).isTrue();
    assertThat(late.atMost()).isCloseTo(spectrum[0], within(1e-9));
    assertThat(late.atLeast()).isLessThanOrEqualTo(spectrum[0]).isGreaterThan(0.98 * spectrum[0]);
  }

  /** ε of 1.648 √d exp(−√ε (2k − 1)) = 10⁻³, applied to λ_max I − H. */
  @Test
  void itIsNoWorseThanTheBoundThatKnowsTheStepsAlone() {
    for (double[] spectrum : new double[][] {evenly(), crowdedAtTheBottom(), oneAlone()}) {
      for (int steps : new int[] {20, 40, 80}) {
        LowestEigenvalues found = search(spectrum, steps, 7).lowest();
        double root = Math.log(1.648 * Math.sqrt(D) / ProbableBound.FAILURE) / (2 * steps - 1);
        double epsilon = root * root;
        double known =
            epsilon < 1
                ? (found.atMost() - epsilon * spectrum[D - 1]) / (1 - epsilon)
                : Double.NEGATIVE_INFINITY;
        assertThat(found.atLeast()).isGreaterThan(known);
      }
    }
  }

  private static Spectrum search(double[] spectrum, int steps, int start) {
    return Lanczos.extremes(
        diagonal(spectrum),
        new Wanted(1, 1, NEVER, NEVER, steps),
        RandomStreams.of(start).generator(),
        StageRun.whole(share -> {}));
  }

  private static double[] evenly() {
    return IntStream.range(0, D).mapToDouble(i -> i / (D - 1.0)).toArray();
  }

  /** As of a network: few far above very many near 0. */
  private static double[] crowdedAtTheBottom() {
    double[] spectrum = new double[D];
    Arrays.setAll(spectrum, i -> 1e-2 + Math.pow(i / (D - 1.0), 12));
    return spectrum;
  }

  private static double[] oneAlone() {
    double[] spectrum = new double[D];
    Arrays.setAll(spectrum, i -> i == 0 ? -0.05 : 0.01 + Math.pow(i / (D - 1.0), 4));
    return spectrum;
  }

  private static SymmetricOperator diagonal(double[] spectrum) {
    return new SymmetricOperator() {
      @Override
      public int dimension() {
        return spectrum.length;
      }

      @Override
      public void times(double[] v, double[] product) {
        Arrays.setAll(product, i -> spectrum[i] * v[i]);
      }
    };
  }
}
