package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.DatasetUnavailable;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.estimate.Speed;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.LearntNothing;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;
import tools.jackson.databind.node.ObjectNode;

class RunTrialTest {

  private static final NetworkSpec MLP = new NetworkSpec.Mlp(List.of(16), Activation.RELU, 1);
  private static final NetworkSpec CNN =
      new NetworkSpec.Cnn(List.of(4), 3, List.of(8), Activation.RELU, 1);
  private static final NetworkSpec RESIDUAL =
      new NetworkSpec.ResNet10(Activation.GELU, 0.06, Initialisation.TRUNCATED_NORMAL);
  private static final RefinementSpec FLOW =
      new RefinementSpec.Flow(0.5, 0.5, new Integrator.Adaptive(1e-4));

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  @Test
  void theSameSeedGivesTheSameBitsAloneInASweepAndBesideOthers() throws Exception {
    for (NetworkSpec network : List.of(MLP, CNN, RESIDUAL)) {
      // The deeper one diverges at the rate of the others, and takes longer for a step.
      double hot = network == RESIDUAL ? 2e-3 : 8e-3;
      double flowTime = network == RESIDUAL ? 1 : 10;
      TemperatureSweep sweep = sweep(network, List.of(hot / 4, hot), List.of(3L, 9L), flowTime);
      TemperatureSweep alone = sweep(network, List.of(hot), List.of(9L), flowTime);
      TrialResult expected = run.run(alone, 0, TrialWatch.none());
      assertThat(expected).isInstanceOf(ShiftMeasurement.class);
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Callable<TrialResult>> trials = new ArrayList<>();
        for (int i = 0; i < sweep.trialCount(); i++) {
          int number = i;
          trials.add(() -> run.run(sweep, number, TrialWatch.none()));
        }
        List<Future<TrialResult>> results = threads.invokeAll(trials);
        // Records compare their doubles bit for bit.
        assertThat(results.get(3).get()).isEqualTo(expected);
        assertThat(results.get(2).get()).isNotEqualTo(expected);
      }
    }
  }

  @Test
  void aTrialOnASplitIsTheSameAloneAsInASweepAndNamesItsSamples() {
    TemperatureSweep given = sweep(MLP, List.of(5e-4, 2e-3), List.of(3L, 9L));
    TemperatureSweep sweep = on(given, List.of(7L, 2L));
    assertThat(sweep.trialCount()).isEqualTo(8);
    assertThat(sweep.trialLabel(3)).isEqualTo("T = 0.002, seed 9, split 7");
    assertThat(sweep.trialLabel(7)).isEqualTo("T = 0.002, seed 9, split 2");
    assertThat(sweep.coordinates(7)).containsEntry("split", 2L);
    TemperatureSweep alone = on(sweep(MLP, List.of(2e-3), List.of(9L)), List.of(2L));
    ShiftMeasurement last = (ShiftMeasurement) run.run(sweep, 7, TrialWatch.none());
    assertThat(run.run(alone, 0, TrialWatch.none())).isEqualTo(last);
    ShiftMeasurement other = (ShiftMeasurement) run.run(sweep, 3, TrialWatch.none());
    ShiftMeasurement ofGiven = (ShiftMeasurement) run.run(given, 3, TrialWatch.none());
    assertThat(last.shiftNorm()).isNotEqualTo(other.shiftNorm());
    assertThat(Stream.of(last, other, ofGiven).map(each -> each.execution().samples()).distinct())
        .hasSize(3);
  }

  private static TemperatureSweep on(TemperatureSweep sweep, List<Long> splits) {
    DatasetSpec samples = sweep.dataset();
    return new TemperatureSweep(
        sweep.title(),
        new TrainingSpec(
            new DatasetSpec(
                samples.name(),
                samples.trainSamples(),
                samples.testSamples(),
                Optional.of(new Seeds(splits))),
            sweep.network(),
            sweep.temperatures(),
            sweep.seeds(),
            sweep.sgd()),
        sweep.refinement(),
        sweep.line());
  }

  @Test
  void aFlowThatWasLeftForAFixedRateIsSaidAndTakesNoMoreThanThePapersGradients() {
    TemperatureSweep sweep = sweep(MLP, List.of(2e-3), List.of(1L));
    var result =
        (ShiftMeasurement)
            run.run(
                new TemperatureSweep(
                    sweep.title(),
                    sweep.training(),
                    new RefinementSpec.Flow(0.005, 0.5, new Integrator.Extrapolated(1e-3)),
                    sweep.line()),
                0,
                TrialWatch.none());
    assertThat(result.trainPoint().method()).isEqualTo("fixed-rate");
    assertThat(result.trainPoint().gradients()).isLessThanOrEqualTo(50);
    assertThat(result.testPoint().method()).isEqualTo("extrapolated-euler");
    assertThat(result.sentence())
        .contains("Measured at the flow end of the train and of the test loss. ")
        .endsWith(
            "The flow of the train loss was followed at a fixed rate, about twice the paper's of 1e−4 at most: by the"
                + " integrator extrapolated it did not come to its end within half of the gradients that the paper's protocol"
                + " takes.");
  }

  @Test
  void aResultSurvivesItsJsonBitForBit() {
    TrialResult result = run.run(sweep(MLP, List.of(2e-3), List.of(1L)), 0, TrialWatch.none());
    String text = ResultJson.toJson(result).toString();
    assertThat(ResultJson.fromJson(new tools.jackson.databind.json.JsonMapper().readTree(text)))
        .isEqualTo(result);
  }

  @Test
  void aResultOfAVersionWithoutBarriersAndSpectraIsRead() {
    TrialResult result = run.run(sweep(MLP, List.of(2e-3), List.of(1L)), 0, TrialWatch.none());
    ObjectNode json = ResultJson.toJson(result);
    assertThat(json.get("spectra").isNull()).isTrue();
    json.remove("spectra");
    ((ObjectNode) json.get("trainPoint")).remove("barrier");
    ShiftMeasurement read = (ShiftMeasurement) ResultJson.fromJson(json);
    assertThat(read.spectra()).isEmpty();
    assertThat(read.trainPoint().barrier()).isNaN();
    assertThat(read.testPoint()).isEqualTo(((ShiftMeasurement) result).testPoint());
  }

  @Test
  void spectraSurviveTheirJsonAndAreInTheEstimate() {
    TemperatureSweep plain = sweep(MLP, List.of(2e-3), List.of(1L));
    var sweep =
        new TemperatureSweep(
            "with spectra",
            new TrainingSpec(
                plain.dataset(), MLP, plain.temperatures(), plain.seeds(), plain.sgd()),
            plain.refinement(),
            plain.line(),
            Optional.of(new CurvatureSpec(3, 9)));
    ShiftMeasurement result = (ShiftMeasurement) run.run(sweep, 0, TrialWatch.none());
    assertThat(result.spectra()).isPresent();
    assertThat(result.spectra().orElseThrow().train().largest().size()).isEqualTo(3);
    assertThat(ResultJson.fromJson(ResultJson.toJson(result))).isEqualTo(result);
    double samples = sweep.dataset().trainSamples() + sweep.dataset().testSamples();
    assertThat(Kind.of(sweep).cost(0) - Kind.of(plain).cost(0))
        .describedAs("its products, and the rest of the search")
        .isGreaterThan(samples * (3 * (58 + 9 + 18) + 2 * (32 + 18)));
    assertThat(Kind.of(sweep).memory().of(1).bytes())
        .isGreaterThan(Kind.of(plain).memory().of(1).bytes());
  }

  @Test
  void aTemperatureThatIsTooHighIsAResultThatSaysWhatToDo() {
    TrialResult result = run.run(sweep(MLP, List.of(100.0), List.of(1L)), 0, TrialWatch.none());
    assertThat(result).isInstanceOf(LearntNothing.class);
    assertThat(result.outcome()).isEqualTo(Outcome.LEARNT_NOTHING);
    assertThat(result.sentence())
        .startsWith("SGD learnt nothing: its train loss of ")
        .contains("no better than guessing by the classes' frequencies (2.293)")
        .contains("A learning rate of 3000 (T = 100, batch size 30) is too large");
  }

  @Test
  void aLossThatLeavesTheFiniteNumbersIsAResultThatNamesTheStep() {
    NetworkSpec deep = new NetworkSpec.Mlp(List.of(16, 16, 16), Activation.RELU, 1);
    TemperatureSweep longer = sweep(deep, List.of(100.0), List.of(1L), 300_000);
    assertThat(run.run(longer, 0, TrialWatch.none()))
        .isInstanceOfSatisfying(
            Diverged.class,
            diverged -> {
              assertThat(diverged.step()).isBetween(2L, longer.training().course(0).stepsAt(100));
              assertThat(diverged.sentence())
                  .startsWith("SGD diverged at step " + diverged.step() + " of 100")
                  .contains("Try lower temperatures");
            });
  }

  @Test
  void aKinkedNetworkThatReachesNoMinimumSaysSo() {
    TemperatureSweep flow = sweep(MLP, List.of(2e-3), List.of(1L));
    TemperatureSweep minimum =
        new TemperatureSweep(
            "kinked",
            new TrainingSpec(flow.dataset(), MLP, flow.temperatures(), flow.seeds(), flow.sgd()),
            new RefinementSpec.Minimum(1e-12, 60),
            flow.line());
    ShiftMeasurement result = (ShiftMeasurement) run.run(minimum, 0, TrialWatch.none());
    assertThat(result.outcome()).isEqualTo(Outcome.UNCONVERGED);
    assertThat(result.sentence()).contains("not to the tolerance");
    assertThat(result.trainPoint().name()).isEqualTo("best point");
    assertThat(result.trainPoint().gradientNorm()).isGreaterThan(1e-12);
  }

  @Test
  void theEndOfAFlowIsNotCalledAMinimum() {
    ShiftMeasurement result =
        (ShiftMeasurement) run.run(sweep(MLP, List.of(2e-3), List.of(1L)), 0, TrialWatch.none());
    assertThat(result.trainPoint().name()).isEqualTo("flow end");
    assertThat(result.trainPoint().gradientNorm()).isPositive();
    assertThat(result.testPoint().flowTime()).isEqualTo(0.5);
  }

  @Test
  void progressNeverFallsAndEndsWhole() {
    List<Double> fractions = new ArrayList<>();
    List<String> phases = new ArrayList<>();
    run.run(
        sweep(CNN, List.of(2e-3), List.of(1L)),
        0,
        new TrialWatch() {
          @Override
          public void progress(String phase, double fraction) {
            fractions.add(fraction);
            if (phases.isEmpty() || !phases.getLast().equals(phase)) {
              phases.add(phase);
            }
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        });
    assertThat(fractions)
        .isSorted()
        .allSatisfy(fraction -> assertThat(fraction).isBetween(0.0, 1.0));
    assertThat(fractions.getLast()).isGreaterThan(0.999);
    assertThat(phases)
        .containsExactly("SGD", "train point", "test point", "line", "curvature", "certificates");
  }

  @Test
  void howTheLossGoesIsToldOfTrainingAndBothRefinementsAndMovesNoBit() {
    Map<String, List<Double>> told = new LinkedHashMap<>();
    TemperatureSweep sweep = sweep(MLP, List.of(2e-3), List.of(1L));
    TrialResult heard =
        run.run(
            sweep,
            0,
            new TrialWatch() {
              @Override
              public void progress(String phase, double fraction) {}

              @Override
              public boolean cancelled() {
                return false;
              }

              @Override
              public void losses(String stage, long step, double loss, DoubleSupplier norm) {
                assertThat(norm.getAsDouble()).isPositive();
                told.computeIfAbsent(stage, _ -> new ArrayList<>()).add(loss);
              }
            });
    assertThat(heard).isEqualTo(run.run(sweep, 0, TrialWatch.none()));
    assertThat(told.keySet()).containsExactly("SGD", "train point", "test point");
    double end = ((ShiftMeasurement) heard).trainPoint().loss();
    List<Double> refined = told.getOrDefault("train point", List.of());
    assertThat(refined.getLast()).isLessThan(refined.getFirst()).isCloseTo(end, within(1e-2 * end));
  }

  @Test
  void aWatchCanCancelInEveryPhase() {
    TemperatureSweep sweep = sweep(MLP, List.of(2e-3), List.of(1L));
    for (String stop :
        List.of("SGD", "train point", "test point", "line", "curvature", "certificates")) {
      assertThatThrownBy(() -> run.run(sweep, 0, cancelIn(stop)))
          .isInstanceOf(TrialCancelled.class);
    }
  }

  @Test
  void aMissingDatasetFailsTheTrialWithItsSentence() {
    TemperatureSweep digits = sweep(MLP, List.of(2e-3), List.of(1L));
    TemperatureSweep mnist =
        new TemperatureSweep(
            "missing",
            new TrainingSpec(
                new DatasetSpec(DatasetName.MNIST, 100, 100),
                MLP,
                digits.temperatures(),
                digits.seeds(),
                digits.sgd()),
            digits.refinement(),
            digits.line());
    assertThatThrownBy(() -> run.run(mnist, 0, TrialWatch.none()))
        .isInstanceOf(DatasetUnavailable.class);
  }

  @Test
  void theEstimateIsOfTheRightSize() {
    TemperatureSweep sweep = sweep(MLP, List.of(2e-3), List.of(1L, 2L));
    Estimate one =
        new EstimateCost(Hosts.withoutFiles(1), System::nanoTime).estimate(sweep, Duration.ZERO);
    assertThat(one.trials()).isEqualTo(2);
    assertThat(one.sgdEpochs()).isEqualTo(2 * sweep.training().course(0).stepsAt(2e-3) / 10.0);
    assertThat(one.total()).isGreaterThan(one.longestTrial());
    assertThat(one.memoryBytes()).isBetween(1_000_000L, 1_000_000_000L);
    assertThat(one.speed().perSecond()).isPositive();
    assertThat(one.speed().unit()).isEqualTo(Speed.Unit.SAMPLES);
    assertThat(one.sentence()).startsWith("2 trials, 1 at a time: about ");
  }

  private static TrialWatch cancelIn(String stop) {
    return new TrialWatch() {
      private boolean reached;

      @Override
      public void progress(String phase, double fraction) {
        reached |= phase.equals(stop);
      }

      @Override
      public boolean cancelled() {
        return reached;
      }
    };
  }

  private static TemperatureSweep sweep(
      NetworkSpec network, List<Double> temperatures, List<Long> seeds) {
    return sweep(network, temperatures, seeds, 10);
  }

  private static TemperatureSweep sweep(
      NetworkSpec network, List<Double> temperatures, List<Long> seeds, double flowTime) {
    return new TemperatureSweep(
        "small",
        new TrainingSpec(
            network == RESIDUAL
                ? new DatasetSpec(DatasetName.DIGITS, 65, 20)
                : new DatasetSpec(DatasetName.DIGITS, 305, 100),
            network,
            new Temperatures.Listed(temperatures),
            new Seeds(seeds),
            new SgdSpec.AtTemperature(30, flowTime, 1_000, 1e-5)),
        network == RESIDUAL
            ? new RefinementSpec.Flow(0.05, 0.05, new Integrator.Adaptive(1e-4))
            : FLOW,
        new LineSpec(-1, 2, 51));
  }
}
