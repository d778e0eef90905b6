package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.FirstStageMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.TwoStageFindings;
import org.shiftscope.compute.result.TwoStageFindings.Collapse;
import org.shiftscope.compute.result.TwoStageFindings.EqualTemperature;
import org.shiftscope.compute.result.TwoStageFindings.Loss;
import org.shiftscope.compute.result.TwoStageMeasurement;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.FinalLoss;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.spec.SecondStage;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

/** Trials of both stages on real digits. */
class TwoStageTrialTest {

  private static final RunTrial RUN =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  private final Map<PointRef, double[]> ends = new HashMap<>();
  private final Map<Integer, double[]> starts = new TreeMap<>();
  private final List<PointRef> asked = new ArrayList<>();

  /** Runs a trial as the queue does: the ends of the first stages are there. */
  private TrialResult run(TwoStage spec, int trial) {
    return RUN.run(
        spec,
        trial,
        new TrialWatch() {
          @Override
          public void progress(String phase, double fraction) {}

          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public void reached(NamedPoint point, double[] theta) {
            if (point == NamedPoint.SGD_END) {
              ends.put(PointRef.own(trial, point), theta.clone());
            } else {
              starts.put(trial, theta.clone());
            }
          }

          @Override
          public Input input(PointRef point) {
            asked.add(point);
            return Optional.ofNullable(ends.get(point))
                .<Input>map(end -> new Input.Found(end.clone()))
                .orElseGet(() -> new Input.Missing("Trial 0 diverged: retry it first."));
          }
        });
  }

  private Map<Integer, TrialResult> all(TwoStage spec) {
    Map<Integer, TrialResult> results = new TreeMap<>();
    for (int trial = 0; trial < spec.trialCount(); trial++) {
      results.put(trial, run(spec, trial));
    }
    return results;
  }

  /** Softmax regression on digits, at the largest batch of which η·h is beyond 2. */
  private static TwoStage planted() {
    return new TwoStage(
        "Planted",
        new DatasetSpec(DatasetName.DIGITS, 600, 200),
        new NetworkSpec.Mlp(List.of(), Activation.RELU, 1),
        new Temperatures.Listed(List.of(2e-3, 8e-2)),
        List.of(2, 4, 32),
        new Seeds(LongStream.range(0, 5).boxed().toList()),
        new SgdSpec.Scheduled(0.5, 60, 20, 0.9, List.of(0.5, 0.75), 0.1, 1e-2),
        new SecondStage(new SecondStage.Epochs(30), 400, FinalLoss.WHOLE, 0.25, true));
  }

  @Test
  void equalTemperaturesAreEqualWhileTheRateIsSmallAndBreakWhereItIsNot() {
    TwoStage spec = planted();
    var found = (TwoStageFindings) Kind.of(spec).findings(all(spec), Include.ALL);

    EqualTemperature small = test(found, Loss.TRAIN, 8e-2, 4);
    EqualTemperature large = test(found, Loss.TRAIN, 8e-2, 32);
    assertThat(small.verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(small.sharpness()).isLessThan(1);
    assertThat(large.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(large.sharpness()).isGreaterThan(2);
    Collapse train = found.collapses().getFirst();
    assertThat(train.equivalent()).isEqualTo(3);
    assertThat(train.breaksFrom()).isCloseTo(2.56, within(1e-9));
    assertThat(String.join(" ", found.sentences()))
        .contains("Train loss at equal T: ", "that breaks at η = 2.56, where η·h is 3.");
  }

  private static EqualTemperature test(
      TwoStageFindings found, Loss loss, double temperature, int batchSize) {
    return found.equalTemperatures().stream()
        .filter(test -> test.loss() == loss && test.temperature() == temperature)
        .filter(test -> test.batchSize() == batchSize)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachFirstStageIsComputedOnceAndEverySecondStartsAtItsEndToTheBit() {
    TwoStage spec = planted();
    var firstResult = (FirstStageMeasurement) run(spec, 0);
    TrialResult otherFirst = run(spec, 1);
    var secondResult = (TwoStageMeasurement) run(spec, 5);
    TrialResult otherSecond = run(spec, 8);
    run(spec, 11);

    assertThat(spec.trialCount()).isEqualTo(5 + 5 * 2 * 3);
    assertThat(spec.inputs()).hasSize(30).allMatch(input -> input.from().trial() < 5);
    assertThat(otherFirst).isInstanceOf(FirstStageMeasurement.class);
    PointRef first = PointRef.own(0, NamedPoint.SGD_END);
    PointRef second = PointRef.own(1, NamedPoint.SGD_END);
    assertThat(asked).containsOnly(first, second);
    assertThat(starts.get(5)).isEqualTo(ends.get(first));
    assertThat(starts.get(11)).isEqualTo(ends.get(second)).isNotEqualTo(starts.get(8));
    var end = firstResult.sgd();
    var start = secondResult.first();
    assertThat(start.trainLoss()).isEqualTo(end.trainLoss());
    assertThat(start.testAccuracy()).isEqualTo(end.testAccuracy());
    assertThat(run(spec, 8)).isEqualTo(otherSecond);
  }

  @Test
  void withoutAFirstStageItEndsWithASentenceAndSaysNothingOfItsRate() {
    TwoStage spec = planted();
    TrialResult missing = run(spec, 5);

    assertThat(missing).isInstanceOf(Diverged.class);
    assertThat(missing.sentence()).isEqualTo("Trial 0 diverged: retry it first.");
    var found = (TwoStageFindings) Kind.of(spec).findings(Map.of(5, missing), Include.ALL);
    assertThat(found.settings()).allMatch(setting -> setting.diverged() == 0);
  }

  @Test
  void ofMinibatchesTheTestLossIsThatOfTheLastPoint() {
    TwoStage spec = SmallExperiments.twoStage(SmallExperiments.Size.INSTANT);
    var cheap =
        new TwoStage(
            spec.title(),
            spec.dataset(),
            spec.network(),
            spec.temperatures(),
            spec.batchSizes(),
            spec.seeds(),
            spec.sgd(),
            new SecondStage(spec.second().duration(), 6, FinalLoss.MINIBATCH, 0.25, false));
    run(spec, 0);
    var whole = (TwoStageMeasurement) run(spec, 1);
    var minibatch = (TwoStageMeasurement) run(cheap, 1);

    assertThat(minibatch.sgd()).isEqualTo(whole.sgd());
    assertThat(minibatch.last().testLoss()).isEqualTo(whole.sgd().testLoss());
    assertThat(minibatch.last().trainLoss()).isNotEqualTo(whole.last().trainLoss());
    assertThat(minibatch.largestEigenvalue()).isNaN();
    assertThat(Kind.of(cheap).cost(1)).isLessThan(Kind.of(spec).cost(1));
  }

  @Test
  void stoppedInEachStageASecondStageEndsWithTheSameBits() {
    TwoStage spec = SmallExperiments.twoStage(SmallExperiments.Size.INSTANT);
    var undisturbed = new KeptCheckpoints();
    TrialResult whole = RUN.run(spec, 2, undisturbed);
    assertThat(whole).isInstanceOf(TwoStageMeasurement.class);
    List<IntUnaryOperator> choices =
        List.of(_ -> 0, count -> Math.min(1, count - 1), count -> count / 2, count -> count - 1);
    for (IntUnaryOperator choice : choices) {
      var watch = new KeptCheckpoints();
      StoppedTrial stopped =
          StoppedTrial.of(each -> RUN.run(spec, 2, each), watch, undisturbed.offered(), choice);
      assertThat(stopped.result()).isEqualTo(whole);
      assertThat(watch.points().get(NamedPoint.SGD_END))
          .isEqualTo(undisturbed.points().get(NamedPoint.SGD_END));
    }
  }
}
