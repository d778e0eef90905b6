package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.DecompositionMeasurement;
import org.shiftscope.compute.result.DiffusionMeasurement;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.OverparametrizedMeasurement;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.LossDecomposition;
import org.shiftscope.compute.spec.ModifiedSgdSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WeakErrorSpec;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;
import org.shiftscope.compute.spec.WindowSpec;

/** Every kind that trains a network tells of SGD that was stopped while it still learnt. */
class StillFallingTest {

  private static final RefinementSpec REFINEMENT = new RefinementSpec.Minimum(1e-4, 200);

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  /** 200 steps, capped or not: of an epoch each two, so that minibatches add little noise. */
  private static TrainingSpec training(double flowTime, int maxEpochs) {
    return new TrainingSpec(
        new DatasetSpec(DatasetName.DIGITS, 40, 40),
        new NetworkSpec.Mlp(List.of(8), Activation.TANH, 1),
        new Temperatures.Listed(List.of(5e-3)),
        new Seeds(List.of(3L)),
        new SgdSpec.AtTemperature(20, flowTime, maxEpochs, 1e-3));
  }

  private static List<ExperimentSpec> kinds(TrainingSpec training) {
    return List.of(
        new TemperatureSweep("Sweep", training, REFINEMENT, new LineSpec(-1, 2, 51)),
        new LossDecomposition("Eq. 4", training, REFINEMENT, new WindowSpec(1, 8, false)),
        new DiffusionAccuracy(
            "Accuracy",
            training,
            new WeakErrorSpec(ScalarModel.LOGISTIC_REGRESSION, 6, 2, 0.2, 2, 4)),
        new OverparametrizedShift(
            "Overparametrized", training, REFINEMENT, new ModifiedSgdSpec(2, 3, 0.5, 1, 2, 4, 20)));
  }

  private static SgdEnd sgd(TrialResult result) {
    return switch (result) {
      case ShiftMeasurement sweep -> sweep.sgd();
      case DecompositionMeasurement decomposition -> decomposition.sgd();
      case DiffusionMeasurement accuracy -> accuracy.sgd();
      case OverparametrizedMeasurement shift -> shift.sgd();
      default -> throw new AssertionError(result.sentence());
    };
  }

  @Test
  void theFallIsMeasuredAndRemarkedByAll() {
    List<ExperimentSpec> kinds = kinds(training(20, 10_000));
    SgdEnd ofSweep = sgd(run.run(kinds.getFirst(), 0, new KeptCheckpoints()));
    assertThat(ofSweep.stillFalls()).isTrue();
    assertThat(ofSweep.capped()).isFalse();
    for (ExperimentSpec kind : kinds) {
      TrialResult result = run.run(kind, 0, new KeptCheckpoints());
      assertThat(sgd(result).fall()).as(kind.title()).isEqualTo(ofSweep.fall());
      CountedTrials trials = Kind.of(kind).findings(Map.of(0, result), Include.ALL).trials();
      assertThat(trials.of(0)).as(kind.title()).contains(Remark.STILL_FALLING);
      assertThat(trials.of(0)).doesNotContain(Remark.CAPPED);
    }
  }

  @Test
  void aTrialThatWasCappedIsNamedByAll() {
    for (ExperimentSpec kind : kinds(training(1_000, 100))) {
      TrialResult result = run.run(kind, 0, new KeptCheckpoints());
      assertThat(Kind.of(kind).findings(Map.of(0, result), Include.ALL).trials().of(0))
          .as(kind.title())
          .contains(Remark.CAPPED, Remark.STILL_FALLING);
    }
  }
}
