package org.shiftscope.compute.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps.StepSize;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.simulation.Deviates;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.stage.StageRun;

/**
 * SGD with momentum, added noise and drops of its learning rate, against a slow plain second way in
 * float64.
 */
class ScheduledSgdTest {

  private static final NetworkSpec MLP = new NetworkSpec.Mlp(List.of(7), Activation.TANH, 1);
  private static final int BATCH = 20;
  private static final double RATE = 0.05;
  private static final double LAMBDA = 1e-2;
  private static final Samples DIGITS =
      new DataFolder(Path.of("none")).open(new DatasetSpec(DatasetName.DIGITS, 205, 10)).train();

  @ParameterizedTest
  @CsvSource({"0, 0.1", "0.5, 1", "0.9, 0.1", "0.99, 0.5"})
  void endsWhereThePlainSecondWayEnds(double momentum, double factor) {
    StochasticGradientDescent.Plan plan = plan(momentum, factor, List.of(17L, 18L, 60L));
    double[] expected = slowly(plan);
    double[] found = run(plan, StageRun.whole(share -> {}));
    // 80 steps in float32: some hundred roundings of 6e-8 add up, and μ = 0.99 keeps all of them.
    assertThat(Vectors.norm(Vectors.difference(found, expected)))
        .isPositive()
        .isLessThan(3e-5 * Vectors.norm(expected));
  }

  @Test
  void aDropOneStepLaterEndsElsewhere() {
    double[] exact = run(plan(0.9, 0.1, List.of(40L)), StageRun.whole(share -> {}));
    double[] later = run(plan(0.9, 0.1, List.of(41L)), StageRun.whole(share -> {}));
    double[] expected = slowly(plan(0.9, 0.1, List.of(40L)));
    assertThat(Vectors.norm(Vectors.difference(later, exact)))
        .isGreaterThan(100 * Vectors.norm(Vectors.difference(exact, expected)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.1", "0.9, 0.1", "0.9, 1"})
  void stoppedAnywhereItEndsWithTheSameBits(double momentum, double factor) {
    assertEndsAlikeWhereverStopped(plan(momentum, factor, List.of(17L, 60L)), momentum);
  }

  private static void assertEndsAlikeWhereverStopped(
      StochasticGradientDescent.Plan plan, double momentum) {
    var kept = new java.util.ArrayList<StochasticGradientDescent.State>();
    double[] whole =
        run(plan, new StageRun<>(Optional.empty(), share -> {}, state -> kept.add(state.get())));
    assertThat(kept).hasSize(5);
    for (StochasticGradientDescent.State from : kept) {
      assertThat(from.velocity()).hasSize(momentum == 0 ? 0 : whole.length);
      double[] rest = run(plan, new StageRun<>(Optional.of(from), share -> {}, state -> {}));
      assertThat(rest).describedAs("from step %d", from.step()).isEqualTo(whole);
    }
  }

  static List<Dynamics.Noise> noises() {
    return List.of(new Dynamics.AntiPgd(0.03), new Dynamics.Isotropic(0.5));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void withAddedNoiseItEndsWhereThePlainSecondWayEnds(Dynamics.Noise noise) {
    StochasticGradientDescent.Plan plan = noisy(noise);
    double[] expected = slowly(plan);
    double[] found = run(plan, StageRun.whole(share -> {}));
    assertThat(Vectors.norm(Vectors.difference(found, expected)))
        .isPositive()
        .isLessThan(3e-5 * Vectors.norm(expected));
    double[] plain = run(plan(0, 0.1, List.of(40L)), StageRun.whole(share -> {}));
    assertThat(Vectors.norm(Vectors.difference(found, plain)))
        .isGreaterThan(0.01 * Vectors.norm(expected));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void withAddedNoiseToItEndsWithTheSameBitsWhereverItWasStopped(Dynamics.Noise noise) {
    assertEndsAlikeWhereverStopped(noisy(noise), 0);
  }

  @Test
  void noiseOfNoSizeChangesNothing() {
    double[] plain = run(plan(0, 0.1, List.of(40L)), StageRun.whole(share -> {}));
    for (Dynamics.Noise none : List.of(new Dynamics.AntiPgd(0), new Dynamics.Isotropic(0))) {
      assertThat(run(noisy(none), StageRun.whole(share -> {}))).isEqualTo(plain);
    }
  }

  private static StochasticGradientDescent.Plan plan(
      double momentum, double factor, List<Long> drops) {
    return new StochasticGradientDescent.Plan(
        BATCH, 80, new StepSize(RATE, LAMBDA, momentum), drops, factor, Optional.empty());
  }

  private static StochasticGradientDescent.Plan noisy(Dynamics.Noise noise) {
    return new StochasticGradientDescent.Plan(
        BATCH, 80, new StepSize(RATE, LAMBDA), List.of(40L), 0.1, Optional.of(noise));
  }

  private static double[] run(
      StochasticGradientDescent.Plan plan, StageRun<StochasticGradientDescent.State> run) {
    try (Network network = new Network(MLP, DatasetName.DIGITS, Precision.SINGLE)) {
      RandomStreams streams = RandomStreams.of(5);
      return StochasticGradientDescent.run(
          network, DIGITS, plan, network.initialise(streams), streams, run);
    }
  }

  /** v ← μ v + g + λ θ, θ ← θ − η v, number by number; noise as its source has it. */
  private static double[] slowly(StochasticGradientDescent.Plan plan) {
    try (Network single = new Network(MLP, DatasetName.DIGITS, Precision.SINGLE);
        Network network = new Network(MLP, DatasetName.DIGITS, Precision.DOUBLE)) {
      RandomStreams streams = RandomStreams.of(5);
      double[] theta = single.initialise(streams);
      double[] velocity = new double[theta.length];
      double rate = plan.size().learningRate();
      int batches = DIGITS.count() / BATCH;
      for (long step = 0; step < plan.steps(); step++) {
        if (plan.drops().contains(step)) {
          rate *= plan.dropFactor();
        }
        int[] order = streams.split("shuffle").split(step / batches).permutation(DIGITS.count());
        int first = (int) (step % batches) * BATCH;
        double[] gradient = new double[theta.length];
        new DatasetLoss(network, batch(Arrays.copyOfRange(order, first, first + BATCH)), 0)
            .valueAndGradient(theta, gradient);
        for (int i = 0; i < theta.length; i++) {
          velocity[i] = plan.size().momentum() * velocity[i] + gradient[i] + LAMBDA * theta[i];
        }
        Vectors.add(theta, -rate, velocity);
        addNoise(plan, theta, rate, streams.split("noise"), step);
      }
      return theta;
    }
  }

  private static void addNoise(
      StochasticGradientDescent.Plan plan,
      double[] theta,
      double rate,
      RandomStreams streams,
      long step) {
    switch (plan.noise().orElse(new Dynamics.Isotropic(0))) {
      case Dynamics.AntiPgd(double sigma) -> {
        Vectors.add(theta, sigma, normals(streams, step + 1, theta.length));
        Vectors.add(theta, -sigma, normals(streams, step, theta.length));
      }
      case Dynamics.Isotropic(double epsilon) ->
          Vectors.add(
              theta,
              -rate * epsilon / Math.sqrt(plan.batchSize()),
              normals(streams, step, theta.length));
    }
  }

  private static double[] normals(RandomStreams streams, long k, int count) {
    double[] normals = new double[count];
    Deviates.normal().from(streams.split(k).fastGenerator()).fill(normals);
    return normals;
  }

  private static Samples batch(int[] numbers) {
    int size = DatasetName.DIGITS.sampleSize();
    float[] features = new float[numbers.length * size];
    byte[] classes = new byte[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      System.arraycopy(DIGITS.features(), numbers[i] * size, features, i * size, size);
      classes[i] = DIGITS.classes()[numbers[i]];
    }
    return new Samples(features, classes);
  }
}
