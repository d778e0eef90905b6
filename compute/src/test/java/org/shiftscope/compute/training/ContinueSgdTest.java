package org.shiftscope.compute.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.StochasticGradientDescent;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps.StepSize;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.spec.LossDecomposition;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WindowSpec;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.stage.TrialWatch;

/** SGD that goes on after its end. */
class ContinueSgdTest {

  private static final int STEPS = 5;

  private static final TrialResult MEASURED =
      new Diverged("nothing of the sort", 0, new Execution("cpu", 1, "test"));

  /** One epoch of five steps. */
  private static TrainingSpec training(double rate, double momentum, Integer... hidden) {
    return new TrainingSpec(
        new DatasetSpec(DatasetName.DIGITS, 100, 50),
        new NetworkSpec.Mlp(List.of(hidden), Activation.RELU, 1),
        new Temperatures.Listed(List.of(rate / 20)),
        new Seeds(List.of(3L)),
        new SgdSpec.Scheduled(rate, 20, 1, momentum, List.of(), 0.1, 1e-3));
  }

  private static TrainNetwork trial(TrainingSpec training) {
    return new TrainNetwork(
        training,
        new TrialContext(
            0,
            TrialWatch.none(),
            new Execution("cpu", 1, "test"),
            new DataFolder(Path.of("none"))::open));
  }

  private static double[] drawn(TrainNetwork trial) {
    try (Network network = trial.network(Precision.SINGLE)) {
      return trial.start(network);
    }
  }

  private static TrialResult goOn(
      TrainNetwork trial, long[] taken, double[] end, List<double[]> into) {
    var spec =
        new LossDecomposition(
            "Window",
            training(0.1, 0),
            new RefinementSpec.Minimum(1e-4, 100),
            new WindowSpec(1, 8, false));
    var costs = List.of(ContinueSgd.cost(trial.training(), taken[taken.length - 1]));
    try (var stages = trial.context().stages(spec, costs)) {
      return new ContinueSgd(trial, taken, false)
          .then(
              end,
              stages,
              iterates -> {
                into.addAll(iterates);
                return MEASURED;
              });
    }
  }

  /**
   * Where plain SGD from the same point leaves the finite numbers, told in steps since the
   * beginning of SGD.
   */
  @Test
  void aWindowThatDivergesIsAResultThatNamesTheStepAndWhatToDo() {
    TrainNetwork trial = trial(training(2_000, 0, 16, 16, 16));
    double[] end = drawn(trial);
    List<double[]> iterates = new ArrayList<>();
    TrialResult found = goOn(trial, LongStream.rangeClosed(1, 300).toArray(), end, iterates);
    assertThat(iterates).isEmpty();
    assertThat(found)
        .isInstanceOfSatisfying(
            Diverged.class,
            diverged -> {
              assertThat(diverged.outcome()).isEqualTo(Outcome.DIVERGED);
              assertThat(diverged.step()).isEqualTo(stepOfDivergence(trial, end));
              assertThat(diverged.sentence())
                  .isEqualTo(
                      "SGD stayed finite for its flow time and diverged at step "
                          + diverged.step()
                          + ", in the window after it: a learning rate of 2000 is too large for"
                          + " this network. Try lower temperatures or a smaller batch.");
            });
  }

  private static long stepOfDivergence(TrainNetwork trial, double[] end) {
    var step = new AtomicReference<Long>();
    try (Network network = trial.network(Precision.SINGLE)) {
      StochasticGradientDescent.run(
          network,
          trial.dataset().train(),
          new StochasticGradientDescent.Plan(20, 1_000, new StepSize(2_000, 1e-3)),
          end,
          trial.streams(),
          new StageRun<>(
              java.util.Optional.of(
                  new StochasticGradientDescent.State(STEPS, end, new double[0], new double[0])),
              share -> {},
              offered -> {}));
    } catch (Divergence divergence) {
      step.set(divergence.step());
    }
    return java.util.Objects.requireNonNull(step.get());
  }

  /** The noise of a window's steps is that of the steps that follow, as their shuffles are. */
  @Test
  void addedNoiseGoesOnAsIfSgdHadNotStopped() {
    for (Dynamics.Noise noise : List.of(new Dynamics.AntiPgd(0.01), new Dynamics.Isotropic(0.2))) {
      TrainNetwork trial = trial(training(noise));
      List<double[]> iterates = new ArrayList<>();
      goOn(trial, new long[] {4, 7}, run(trial, noise, STEPS), iterates);
      assertThat(iterates.getFirst()).isEqualTo(run(trial, noise, STEPS + 4));
      assertThat(iterates.getLast()).isEqualTo(run(trial, noise, STEPS + 7));
    }
  }

  private static TrainingSpec training(Dynamics.Noise noise) {
    TrainingSpec training = training(0.05, 0, 8);
    return new TrainingSpec(
        training.dataset(),
        training.network(),
        training.temperatures(),
        training.seeds(),
        new SgdSpec.AtTemperature(20, 0.05 * STEPS, 1_000, 1e-3, Optional.of(noise)));
  }

  private static double[] run(TrainNetwork trial, Dynamics.Noise noise, long steps) {
    try (Network network = trial.network(Precision.SINGLE)) {
      return StochasticGradientDescent.run(
          network,
          trial.dataset().train(),
          new StochasticGradientDescent.Plan(
              20,
              steps,
              new StepSize(trial.course().learningRate(trial.temperature()), 1e-3),
              List.of(),
              1,
              Optional.of(noise)),
          trial.start(network),
          trial.streams(),
          StageRun.whole(share -> {}));
    }
  }

  @Test
  void iteratesTakenOnTheWayChangeNothingWithMomentumEither() {
    for (double momentum : new double[] {0, 0.9}) {
      TrainNetwork trial = trial(training(0.05, momentum, 8));
      List<double[]> some = new ArrayList<>();
      List<double[]> last = new ArrayList<>();
      goOn(trial, new long[] {3, 4, 7, 12}, drawn(trial), some);
      goOn(trial, new long[] {12}, drawn(trial), last);
      assertThat(some).hasSize(4);
      assertThat(some.getLast()).isEqualTo(last.getFirst());
      assertThat(some.get(2)).isNotEqualTo(last.getFirst());
    }
  }
}
