package org.shiftscope.ui.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate.Along;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.MinimumCertificate.Minibatches;
import org.shiftscope.compute.result.Series;

/** What pages say of the lower end of a spectrum, and of what a certificate rests on. */
class CertificateWordsTest {

  @Test
  void aSmallestEigenvalueIsANumberOnlyWhereItsBoundIsNear() {
    assertThat(SayLowest.smallest(lowest(1.81e-4, 1.80e-4))).isEqualTo("1.81e−4");
    assertThat(SayLowest.smallest(lowest(0.02, 0.01))).isEqualTo("between 0.01 and 0.02");
    assertThat(SayLowest.smallest(lowest(-0.02, -0.3))).isEqualTo("between −0.3 and −0.02");
    assertThat(SayLowest.smallest(lowest(1e-5, -0.005)))
        .isEqualTo("between −0.005 and 1e−5: its sign is not resolved");
    assertThat(SayLowest.atLeast(lowest(0.02, 0.01))).isEqualTo("≥ 0.01");
  }

  @Test
  void theEvidenceSaysWhatWasNotLookedAt() {
    NumberTable bare =
        EvidenceNumbers.of(
            new Evidence(
                0.3,
                1e-3,
                Double.NaN,
                0.5,
                Optional.empty(),
                0.1,
                0.01,
                0,
                Optional.empty(),
                Optional.empty()));
    assertThat(value(bare, "Tolerance")).isEqualTo("none");
    assertThat(value(bare, "Lowest eigenvalue")).isEqualTo("not looked at");
  }

  @Test
  void theEvidenceOfAPointHasItsLineItsMinibatchesAndItsEigenvalues() {
    NumberTable whole =
        EvidenceNumbers.of(
            new Evidence(
                0.3,
                1e-7,
                1e-6,
                0.5,
                Optional.of(new Minibatches(32, 10, 0.25)),
                0.1,
                0.01,
                0,
                Optional.of(new Along(0.01, 2, 2.5, 0.0099, Double.NaN)),
                Optional.of(lowest(-0.02, -0.0201))));
    assertThat(value(whole, "‖∇L‖ of one minibatch")).isEqualTo("0.25");
    assertThat(value(whole, "Distance to the vertex")).isEqualTo("no lowest point");
    assertThat(value(whole, "Lowest eigenvalue")).isEqualTo("−0.02");
    assertThat(value(whole, "Lower bound")).isEqualTo("≥ −0.0201");
  }

  private static String value(NumberTable table, String name) {
    return table.rows().stream()
        .filter(row -> row.name().equals(name))
        .map(row -> row.values().getFirst())
        .findFirst()
        .orElseThrow();
  }

  private static LowestEigenvalues lowest(double atMost, double atLeast) {
    return new LowestEigenvalues(Series.of(atMost), Series.of(1e-6), atLeast, 1e-3, 10, 60);
  }
}
