package org.shiftscope.compute.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;

/** Known cumulants, and the expansion that they are the terms of. */
class CumulantsTest {

  /** κ_n of one draw with probability p: p, pq, pq(q−p), pq(1−6pq), ... by the recursion in p. */
  @Test
  void aCoinHasItsCumulants() {
    double[] tosses = new double[10];
    Arrays.fill(tosses, 0, 3, 1);
    double p = 0.3;
    double v = p * (1 - p);
    double[] cumulants = Cumulants.of(tosses);
    assertThat(cumulants)
        .containsExactly(
            new double[] {
              p,
              v,
              v * (1 - 2 * p),
              v * (1 - 6 * v),
              v * (1 - 2 * p) * (1 - 12 * v),
              v * (1 - 30 * v + 120 * v * v)
            },
            within(1e-15));
  }

  /** Cumulants of sums of independent numbers add, whatever the numbers. */
  @Test
  void cumulantsAdd() {
    double[] a = {0.3, -1, 2.5, 0.1};
    double[] b = {4, 0.2, -0.7};
    double[] sums = new double[a.length * b.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = a[i / b.length] + b[i % b.length];
    }
    double[] ofA = Cumulants.of(a);
    double[] ofB = Cumulants.of(b);
    double[] expected = new double[Cumulants.ORDERS];
    Arrays.setAll(expected, n -> ofA[n] + ofB[n]);
    assertThat(Cumulants.of(sums)).containsExactly(expected, within(1e-10));
  }

  /** The exact standard deviation of the mean over drawn sets is σ/√N; of 400 sets, to 10 %. */
  @Test
  void theBootstrapKnowsTheErrorOfAMean() {
    RandomGenerator random = RandomStreams.of(2).generator();
    double[] values = DoubleStream.generate(random::nextDouble).limit(500).toArray();
    double[] errors = Cumulants.bootstrapErrors(values, 400, random, () -> {});
    double expected = Math.sqrt(Cumulants.of(values)[1] / values.length);
    assertThat(errors[0]).isCloseTo(expected, within(0.1 * expected));
  }

  /**
   * The logarithm of the characteristic function of a step −(η/B) Σ g is Σ (−η)ⁿ B^(1−n) κ_n (ik)ⁿ
   * / n!, so the coefficients are those of time η: here by the exact function of a small set.
   */
  @Test
  void theTermsAreThoseOfTheStepsOwnCharacteristicFunction() {
    double[] gradients = {1, -0.5, 0.25, 0.75, -1.25};
    int batchSize = 4;
    double rate = 0.1;
    double[] coefficients = KramersMoyal.coefficients(rate / batchSize, Cumulants.of(gradients));
    double k = 0.5;
    // ln E exp(k Δθ) of real k: the moment generating function of B draws.
    double exact =
        batchSize
            * Math.log(
                Arrays.stream(gradients)
                    .map(g -> Math.exp(-k * rate * g / batchSize))
                    .average()
                    .orElseThrow());
    double series = 0;
    for (int n = 1; n <= coefficients.length; n++) {
      series += rate * coefficients[n - 1] * Math.pow(-k, n);
    }
    // The seventh order is left out: (k η / B)^7 is 4e-14.
    assertThat(series).isCloseTo(exact, within(1e-12));
  }

  /** At the width of the steady state, term n falls as T^((n−2)/2). */
  @Test
  void theTermsFallWithTheTemperature() {
    double[] cumulants = {0, 2, 3, 5, 7, 11};
    double[] warm = relative(0.04, cumulants);
    double[] cold = relative(0.01, cumulants);
    for (int n = 2; n <= Cumulants.ORDERS; n++) {
      assertThat(warm[n - 1] / cold[n - 1]).isCloseTo(Math.pow(2, n - 2), within(1e-12 * 16));
    }
  }

  private static double[] relative(double temperature, double[] cumulants) {
    double width = Math.sqrt(temperature * cumulants[1] / (2 * 3.0));
    return KramersMoyal.relativeTo(KramersMoyal.coefficients(temperature, cumulants), width);
  }
}
