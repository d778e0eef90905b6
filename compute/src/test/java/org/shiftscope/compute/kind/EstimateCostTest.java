package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Speed;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.spec.EarlierTimes;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.RefinementSpec.Flow;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialWatch;

class EstimateCostTest {

  private static final DataFolder NO_FOLDER = new DataFolder(Path.of("none"));
  private static final NetworkSpec CNN =
      new NetworkSpec.Cnn(List.of(4, 8), 3, List.of(16), Activation.RELU, 1);

  /**
   * On the clock of this thread alone, so that it holds on a machine that is busy; timed twice, as
   * the first estimate of a process is: before, nothing is compiled.
   */
  @ParameterizedTest
  @CsvSource({
    "quick-start, SAMPLES",
    "diffusion-digits, SAMPLES",
    "overparametrized-digits, SAMPLES",
    "steady-state-two-wells, SAMPLES",
    "paper-figure-4-left, WALKER_STEPS",
    "assumption-commuting, WALKER_STEPS",
    "assumption-digits, POINTS"
  })
  void theProgressWeighsStagesAsTheEstimateDoes(String preset, Speed.Unit unit) {
    Kind kind = Kind.of(preset(preset));
    LongSupplier clock = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
    kind.time(NO_FOLDER, clock);
    Timing timing = kind.time(NO_FOLDER, clock);
    assertThat(timing.speed().unit()).isEqualTo(unit);
    assertThat(timing.speed().perSecond()).isPositive().isFinite();
    List<StageCost> costs = kind.costs(0);
    for (StageCost cost : costs) {
      double weight = cost.gradients() / kind.cost(0);
      double time = timing.seconds(List.of(cost)) / timing.seconds(costs);
      assertThat(weight)
          .describedAs("%s, %s: %.3f of the time", cost.stage(), cost.step(), time)
          .isBetween(time / 4 - 0.02, time * 4 + 0.02);
    }
  }

  /** Threads that share a core slow each other, which an estimate by one alone would not tell. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "8, 4"})
  void stepsAreTimedOnAsManyThreadsAsTrialsWillRun(int slots, int threads) {
    Set<Thread> timed = ConcurrentHashMap.newKeySet();
    new EstimateCost(
            Hosts.withoutFiles(slots),
            () -> {
              timed.add(Thread.currentThread());
              return System.nanoTime();
            })
        .estimate(preset("softmax-regression"), Duration.ZERO);
    assertThat(timed).hasSizeBetween(threads, 2 * threads); // a first one is timed twice
    assertThat(timed.stream().map(Thread::getName).distinct()).hasSize(threads);
  }

  static List<Dynamics> dynamics() {
    return List.of(
        new Dynamics.Momentum(0.9), new Dynamics.AntiPgd(1e-3), new Dynamics.Isotropic(0.1));
  }

  @ParameterizedTest
  @MethodSource("dynamics")
  void stepsAreTimedWithTheirDynamicsAndNoiseHasItsMemory(Dynamics dynamics) {
    TemperatureSweep plain =
        pooling(new Flow(1, 1, new Integrator.Adaptive(1e-3)), Optional.empty());
    TemperatureSweep sweep =
        pooling(new Flow(1, 1, new Integrator.Adaptive(1e-3)), Optional.of(dynamics));
    Kind kind = Kind.of(sweep);
    assertThat(kind.time(NO_FOLDER, System::nanoTime).speed().perSecond()).isPositive().isFinite();
    assertThat(kind.cost(0)).isEqualTo(Kind.of(plain).cost(0));
    long vector = 8L * Network.parameterCount(CNN, DatasetName.DIGITS);
    assertThat(kind.memory().of(1).heap() - Kind.of(plain).memory().of(1).heap())
        .isEqualTo(dynamics instanceof Dynamics.Noise ? 3 * vector : 0);
  }

  /** Gradients of the flow on the test loss, from docs/results/refinement.md. */
  @ParameterizedTest
  @CsvSource({
    "cnn, RELU, 1, 1e-4, 300, 155",
    "cnn, RELU, 1, 3e-5, 450, 132",
    "cnn, RELU, 1, 3e-5, 300, 683",
    "cnn, RELU, 5, 1e-4, 300, 348",
    "cnn, RELU, 20, 1e-4, 300, 616",
    "cnn, RELU, 5, 3e-5, 300, 1080",
    "cnn, RELU, 5, 1e-6, 300, 30502",
    "cnn, TANH, 5, 1e-5, 300, 3209",
    "vgg9, RELU, 1, 3e-5, 300, 254",
    "vgg9, RELU, 1, 3e-5, 300, 879",
    "vgg16, RELU, 1, 1e-3, 500, 149",
    "vgg16, RELU, 1, 1e-3, 500, 498",
    "resnet10, RELU, 1, 3e-5, 300, 387",
    "resnet10, RELU, 1, 1e-3, 500, 58",
    "resnet10, GELU, 1, 3e-5, 300, 67",
    "mlp, RELU, 5, 1e-5, 450, 290",
    "mlp, RELU, 5, 1e-5, 224, 848",
    "mlp, RELU, 5, 1e-5, 112, 1503",
    "mlp, RELU, 5, 1e-5, 56, 3657",
    "mlp, RELU, 5, 1e-4, 450, 50",
    "mlp, TANH, 1, 1e-4, 1000, 38"
  })
  void aTestPointIsExpectedToTakeWhatItTook(
      String network, Activation activation, double time, double tolerance, int n, double took) {
    var flow = new Flow(time, time, new Integrator.Adaptive(tolerance));
    // Seeds and samples alone make a factor of 3 either way.
    assertThat(flow.expectedTestGradients(network(network, activation), n) / took)
        .isBetween(1 / 3.6, 3.6);
  }

  /** Gradients of the flow on the train loss, from there; means where there are several. */
  @ParameterizedTest
  @CsvSource({
    "mlp, RELU, 5, 1e-5, 1347, false, 90",
    "mlp, RELU, 5, 1e-5, 1347, true, 382",
    "mlp, RELU, 5, 1e-5, 674, true, 372",
    "mlp, RELU, 5, 1e-5, 337, true, 550",
    "mlp, RELU, 5, 1e-5, 169, true, 1035",
    "mlp, TANH, 1, 1e-4, 5000, true, 21",
    "cnn, RELU, 5, 3e-5, 5000, false, 166",
    "vgg16, RELU, 1, 1e-3, 2000, false, 76",
    "resnet10, RELU, 1, 1e-3, 1000, false, 52"
  })
  void aTrainPointIsExpectedToTakeWhatItTook(
      String network,
      Activation activation,
      double time,
      double tolerance,
      int samples,
      boolean cooled,
      double took) {
    var flow = new Flow(time, time, new Integrator.Adaptive(tolerance));
    assertThat(flow.expectedTrainGradients(network(network, activation), samples, cooled) / took)
        .isBetween(1 / 1.6, 1.6);
  }

  /** Of a cnn by extrapolation, from there: means of four seeds, each seed within a factor of 3. */
  @ParameterizedTest
  @CsvSource({"0, 200, 2810", "1, 261, 1721", "2, 358, 1341"})
  void timesOnTheWayTakeTheStepsThatTheyTook(int earlier, double train, double test) {
    List<Double> shares = List.of(0.04, 0.2).subList(2 - earlier, 2);
    Integrator integrator = new Integrator.Extrapolated(5e-5);
    var flow =
        new Flow(
            5,
            5,
            integrator,
            earlier == 0 ? Optional.empty() : Optional.of(new EarlierTimes(shares)));
    assertThat(flow.expectedTrainGradients(CNN, 600, false) / train).isBetween(1 / 1.3, 1.3);
    assertThat(flow.expectedTestGradients(CNN, 300) / test).isBetween(1 / 3.0, 3.0);
  }

  /**
   * vgg16 and resnet10 at 1/16 of their width by extrapolation, from there: as many as the paper's.
   */
  @ParameterizedTest
  @CsvSource({"vgg16, 0.01, 200, 100", "vgg16, 0.2, 50, 2000", "resnet10, 0.2, 50, 2000"})
  void onDeepNetworksExtrapolationTakesAllThatItMay(
      String network, double time, int samples, double took) {
    var flow = new Flow(time, time, new Integrator.Extrapolated(5e-4));
    assertThat(flow.expectedTestGradients(network(network, Activation.RELU), samples))
        .isEqualTo(took);
  }

  @Test
  void theTestPointOfANetworkWithPoolingTakesAsManyGradientsAsExpected() {
    var flow = new Flow(1, 1, new Integrator.Adaptive(2e-4));
    TemperatureSweep sweep = pooling(flow, Optional.empty());
    var run = new RunTrial(NO_FOLDER, new Execution("test", 1, "test"));
    ShiftMeasurement result = (ShiftMeasurement) run.run(sweep, 0, TrialWatch.none());
    double test = result.testPoint().gradients();
    assertThat(flow.expectedTestGradients(CNN, 300) / test).isBetween(1 / 3.6, 3.6);
    assertThat(result.testPoint().gradients()).isGreaterThan(2 * result.trainPoint().gradients());
  }

  private static TemperatureSweep pooling(Flow flow, Optional<Dynamics> dynamics) {
    return new TemperatureSweep(
        "pooling",
        new TrainingSpec(
            new DatasetSpec(DatasetName.DIGITS, 600, 300),
            CNN,
            new Temperatures.Listed(List.of(3e-3)),
            new Seeds(List.of(0L)),
            new SgdSpec.AtTemperature(30, 100, 10_000, 1e-5, dynamics)),
        flow,
        new LineSpec(-1, 2, 51));
  }

  private static NetworkSpec network(String name, Activation activation) {
    return switch (name) {
      case NetworkSpec.Mlp.NAME -> new NetworkSpec.Mlp(List.of(32), activation, 1);
      case NetworkSpec.Cnn.NAME ->
          new NetworkSpec.Cnn(List.of(4, 8), 3, List.of(16), activation, 1);
      case NetworkSpec.Vgg9.NAME -> new NetworkSpec.Vgg9(activation, 0.0625, Initialisation.HE);
      case NetworkSpec.Vgg16.NAME -> new NetworkSpec.Vgg16(activation, 0.125, Initialisation.HE);
      case NetworkSpec.ResNet10.NAME ->
          new NetworkSpec.ResNet10(activation, 0.0625, Initialisation.HE);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static ExperimentSpec preset(String id) {
    return Presets.find(id).orElseThrow().spec();
  }
}
