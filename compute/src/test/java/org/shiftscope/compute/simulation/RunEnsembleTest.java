package org.shiftscope.compute.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.simulation.EnsembleState.Block;
import org.shiftscope.compute.stage.StageRun;

/** Ensembles of walkers, against densities, moments and orders that are known. */
class RunEnsembleTest {

  private static final RandomStreams STREAMS = RandomStreams.of(4).split("ensemble");

  /** L = ½ x², c = 1. */
  private static final DriftAndNoise QUADRATIC =
      (x, drift, noise) -> {
        for (int i = 0; i < x.length; i++) {
          drift[i] = -x[i];
          noise[i] = 1;
        }
      };

  /** Two wells, L = (x² − 1)² / 4, with more noise on the right: c = 1 + 0.8 tanh x. */
  private static final DriftAndNoise TWO_WELLS =
      (x, drift, noise) -> {
        for (int i = 0; i < x.length; i++) {
          drift[i] = x[i] - x[i] * x[i] * x[i];
          noise[i] = 1 + 0.8 * Math.tanh(x[i]);
        }
      };

  @Test
  void langevinWithPositionDependentNoiseReachesEq5() {
    Bins bins = new Bins(-3, 3, 60);
    var plan = new EnsemblePlan(0.5, 2e-3, 40_000, 10_000, 50, 1_024, -1, -1, bins);
    Histogram histogram = run(TWO_WELLS, plan, Deviates.normal());
    double[] theory = eq5(0.5, bins);
    var distance = TotalVariation.of(histogram, theory);
    assertThat(distance.distance()).isLessThan(0.02);
    // And as close as a perfect sampler would come, but for the first order of the step.
    assertThat(distance.distance())
        .isLessThan(distance.ofPerfectSample() + 4 * distance.error() + 2e-3);
    // Not the density that takes the equation in Stratonovich's sense, exp(−(2/T) ∫ L′/c) / √c.
    double[] stratonovich = theory.clone();
    Arrays.setAll(
        stratonovich, i -> stratonovich[i] * Math.sqrt(1 + 0.8 * Math.tanh(bins.centre(i))));
    double sum = Arrays.stream(stratonovich).sum();
    Arrays.setAll(stratonovich, i -> stratonovich[i] / sum);
    assertThat(TotalVariation.of(histogram, stratonovich).distance()).isGreaterThan(0.1);
  }

  @Test
  void sgdItselfReachesEq5WhereItsRateIsSmall() {
    // T = η / B with B = 4.
    Bins bins = new Bins(-3, 3, 60);
    var plan = new EnsemblePlan(0.5, 2e-3, 40_000, 10_000, 50, 1_024, -1, -1, bins);
    var distance = TotalVariation.of(run(TWO_WELLS, plan, Deviates.minibatch(4)), eq5(0.5, bins));
    assertThat(distance.distance()).isLessThan(0.02);
  }

  private static double[] eq5(double temperature, Bins bins) {
    Bins fine = new Bins(bins.from(), bins.to(), bins.count() * 50);
    return fine.coarsen(new FokkerPlanck(TWO_WELLS, temperature, fine).steadyState(), bins.count());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 100})
  void theOrnsteinUhlenbeckProcessHasTheSchemesExactMoments(int batchSize) {
    // m ← (1 − dt) m and s² ← (1 − dt)² s² + T dt, whatever the law of the deviates.
    double dt = 0.2;
    int steps = 6;
    int walkers = 100_000;
    var plan = new EnsemblePlan(0.3, dt, steps, 0, 1, walkers, 2, 2, new Bins(-9, 9, 10));
    double[] ends =
        run(QUADRATIC, plan, batchSize == 0 ? Deviates.normal() : Deviates.minibatch(batchSize))
            .ends();
    double mean = 2 * Math.pow(1 - dt, steps);
    double variance = 0;
    for (int i = 0; i < steps; i++) {
      variance = (1 - dt) * (1 - dt) * variance + 0.3 * dt;
    }
    // Four standard errors; the variance's is that of normal numbers, the largest of these laws.
    assertThat(new Mean().evaluate(ends))
        .isCloseTo(mean, within(4 * Math.sqrt(variance / walkers)));
    assertThat(new Variance().evaluate(ends))
        .isCloseTo(variance, within(4 * variance * Math.sqrt(2.0 / walkers)));
  }

  @Test
  void theWeakErrorIsOfFirstOrder() {
    // dx = −x dt + √T x dW: E x² = x0² e^((T − 2) t). The scheme's errors: 0.031, 0.015, 0.0076.
    double temperature = 0.1;
    double exact = Math.exp(temperature - 2);
    double[] errors = new double[3];
    for (int halving = 0; halving < errors.length; halving++) {
      int steps = 4 << halving;
      var plan =
          new EnsemblePlan(
              temperature, 1.0 / steps, steps, 0, 1, 400_000, 1, 1, new Bins(-1e4, 1e4, 10));
      double[] ends =
          run(
                  (x, drift, noise) -> {
                    for (int i = 0; i < x.length; i++) {
                      drift[i] = -x[i];
                      noise[i] = x[i] * x[i];
                    }
                  },
                  plan,
                  Deviates.normal())
              .ends();
      double second = Arrays.stream(ends).map(x -> x * x).average().orElseThrow();
      errors[halving] = second - exact;
      // The scheme's own second moment is known as well.
      double dt = 1.0 / steps;
      double scheme = Math.pow((1 - dt) * (1 - dt) + temperature * dt, steps);
      double fourth = Arrays.stream(ends).map(x -> x * x * x * x).average().orElseThrow();
      assertThat(second)
          .isCloseTo(scheme, within(4 * Math.sqrt((fourth - second * second) / ends.length)));
    }
    // Four standard errors: those of the errors above are 1.7e-4 each.
    assertThat(Math.log(errors[0] / errors[1]) / Math.log(2)).isCloseTo(1, within(0.07));
    assertThat(Math.log(errors[1] / errors[2]) / Math.log(2)).isCloseTo(1, within(0.14));
  }

  @Test
  void walkersStayBetweenTheEnds() {
    // No drift: the density is flat, and only the ends keep the walkers.
    Bins bins = new Bins(0, 1, 10);
    var plan = new EnsemblePlan(1, 0.01, 3_000, 500, 5, 512, 0, 1, bins);
    Histogram histogram =
        run(
            (x, drift, noise) -> {
              Arrays.fill(drift, 0);
              Arrays.fill(noise, 1);
            },
            plan,
            Deviates.normal());
    double[] flat = new double[10];
    Arrays.fill(flat, 0.1);
    var distance = TotalVariation.of(histogram, flat);
    assertThat(distance.distance()).isLessThan(distance.ofPerfectSample() + 4 * distance.error());
    assertThat(RunEnsemble.reflect(-0.3, 0, 1)).isCloseTo(0.3, within(1e-15));
    assertThat(RunEnsemble.reflect(1.3, 0, 1)).isCloseTo(0.7, within(1e-15));
    assertThat(RunEnsemble.reflect(-5.3, 0, 1)).isCloseTo(0.7, within(1e-14));
  }

  @Test
  void anEnsembleGoesOnWithTheSameBits() {
    Bins bins = new Bins(-3, 3, 20);
    var plan = new EnsemblePlan(0.5, 0.01, 1_200, 50, 10, 700, -1, 1, bins);
    List<EnsembleState> states = new ArrayList<>();
    EnsembleState whole = ensemble(plan, Optional.empty(), states);
    // Three blocks, each at its start and after every 500 steps.
    assertThat(states).hasSize(9);
    for (int i = 0; i < states.size(); i++) {
      EnsembleState resumed = ensemble(plan, Optional.of(states.get(i)), new ArrayList<>());
      assertThat(resumed.counts()).isEqualTo(whole.counts());
      assertThat(resumed.ends()).isEqualTo(whole.ends());
    }
  }

  /** Its states as they were when they were offered, with arrays of their own. */
  private static EnsembleState ensemble(
      EnsemblePlan plan, Optional<EnsembleState> from, List<EnsembleState> states) {
    return RunEnsemble.run(
        TWO_WELLS,
        plan,
        Deviates.normal(),
        STREAMS,
        new StageRun<>(
            from,
            share -> {},
            offered -> {
              EnsembleState state = offered.get();
              Block within = state.within().orElseThrow();
              states.add(
                  new EnsembleState(
                      state.counts(),
                      state.ends(),
                      Optional.of(new Block(within.step(), within.x().clone(), within.random()))));
            }));
  }

  @Test
  void aStepThatLeavesTheFiniteNumbersIsADivergence() {
    var plan = new EnsemblePlan(1, 0.1, 100, 0, 10, 10, 0, 1, new Bins(-1, 1, 4));
    assertThatThrownBy(
            () -> run((x, drift, noise) -> Arrays.fill(drift, Double.NaN), plan, Deviates.normal()))
        .isInstanceOf(Divergence.class);
  }

  private static Histogram run(DriftAndNoise field, EnsemblePlan plan, Deviates deviates) {
    return RunEnsemble.run(field, plan, deviates, STREAMS, StageRun.whole(share -> {}))
        .histogram(plan.bins());
  }
}
