package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.stage.TrialCancelled;

/** A trial of any kind that was stopped and goes on ends with the very bits of one that was not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumeEveryKindTest {

  private static final Execution HERE = new Execution("cpu", 1, "test");

  /** The boundary at which damaged and foreign checkpoints are kept. */
  private static final int EARLY = 3;

  private final RunTrial run = new RunTrial(new DataFolder(Path.of("none")), HERE);
  private final Map<ExperimentSpec, Whole> undisturbed = new HashMap<>();
  private final Map<ExperimentSpec, byte[]> early = new HashMap<>();

  /** An undisturbed trial. */
  private record Whole(KeptCheckpoints watch, TrialResult result) {}

  private Whole whole(ExperimentSpec spec) {
    return undisturbed.computeIfAbsent(
        spec,
        each -> {
          var watch = new KeptCheckpoints();
          return new Whole(watch, run.run(each, 0, watch));
        });
  }

  /** What a trial kept at its early boundary, all bits of its state there. */
  private byte[] early(ExperimentSpec spec) {
    return early.computeIfAbsent(spec, each -> stoppedEarly(run, each, new byte[0]).bytes());
  }

  /**
   * At the first boundary of each stage, at the one after it, in the stage's middle, at its last,
   * and at four others: eight trials, each stopped once in every stage.
   */
  @ParameterizedTest
  @MethodSource("org.shiftscope.compute.kind.SmallExperiments#instant")
  void stoppedInEachStageItEndsWithTheSameBits(ExperimentSpec spec) {
    Whole whole = whole(spec);
    assertThat(whole.result()).isNotInstanceOf(Diverged.class);
    assertThat(whole.watch().told()).isSorted();
    assertThat(whole.watch().told().getLast()).isEqualTo(1);
    var random = new Random(1);
    List<IntUnaryOperator> choices =
        List.of(
            count -> 0,
            count -> Math.min(1, count - 1),
            count -> (count - 1) / 2,
            count -> count - 1,
            random::nextInt,
            random::nextInt,
            random::nextInt,
            random::nextInt);
    for (IntUnaryOperator choice : choices) {
      assertEndsAlike(spec, whole, choice);
    }
  }

  private void assertEndsAlike(ExperimentSpec spec, Whole whole, IntUnaryOperator choice) {
    var watch = new KeptCheckpoints();
    StoppedTrial stopped =
        StoppedTrial.of(each -> run.run(spec, 0, each), watch, whole.watch().offered(), choice);
    assertThat(stopped.result())
        .describedAs("stopped as %s", stopped.legs())
        .isEqualTo(whole.result()); // records compare their doubles bit for bit
    assertThat(watch.points()).containsOnlyKeys(whole.watch().points().keySet());
    whole
        .watch()
        .points()
        .forEach((point, theta) -> assertThat(watch.points().get(point)).isEqualTo(theta));
    double reached = 0;
    for (StoppedTrial.Leg leg : stopped.legs()) {
      // Where a stage begins or goes on, the same boundary may be offered once more.
      int ahead = Math.min(leg.to(), whole.watch().offered().size() - 1) - leg.from();
      assertThat(leg.offered()).describedAs("%s", leg).isBetween(ahead, ahead + 1);
      assertThat(leg.told()).isSorted();
      if (!leg.told().isEmpty()) {
        assertThat(leg.told().getFirst()).isGreaterThan(reached - 1e-12);
        reached = leg.told().getLast();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.shiftscope.compute.kind.SmallExperiments#instant")
  void everyStageIsOfferedAtItsEnd(ExperimentSpec spec) {
    KeptCheckpoints watch = whole(spec).watch();
    assertThat(new LinkedHashSet<>(watch.offered()))
        .containsExactlyElementsOf(new LinkedHashSet<>(watch.phases()));
  }

  @ParameterizedTest
  @MethodSource("org.shiftscope.compute.kind.SmallExperiments#instant")
  void aDamagedOrCutCheckpointStartsTheTrialFromTheBeginning(ExperimentSpec spec) {
    byte[] kept = early(spec);
    var random = new Random(4);
    for (int i = 0; i < 4; i++) {
      var damaged = new KeptCheckpoints();
      damaged.keep(kept);
      damaged.damage(random.nextInt(kept.length));
      assertStartsAnew(spec, damaged.bytes());
      var cut = new KeptCheckpoints();
      cut.keep(kept);
      cut.cut(random.nextInt(kept.length));
      assertStartsAnew(spec, cut.bytes());
    }
  }

  @ParameterizedTest
  @MethodSource("org.shiftscope.compute.kind.SmallExperiments#instant")
  void aForeignCheckpointIsLeftAlone(ExperimentSpec spec) {
    for (ExperimentSpec other : SmallExperiments.instant()) {
      if (!other.equals(spec)) {
        assertStartsAnew(spec, early(other));
      }
    }
    for (Execution elsewhere :
        List.of(
            new Execution("cpu", 1, "another version"),
            new Execution("cpu", 2, "test"),
            new Execution("another processor", 1, "test"))) {
      assertStartsAnew(spec, stoppedEarly(run.as(elsewhere), spec, new byte[0]).bytes());
    }
  }

  /** It begins at 0, and comes to the same bits as a trial that had no checkpoint. */
  private void assertStartsAnew(ExperimentSpec spec, byte[] checkpoint) {
    var again = stoppedEarly(run, spec, checkpoint);
    assertThat(again.told().getFirst()).isZero();
    assertThat(again.bytes()).isNotEqualTo(checkpoint).isEqualTo(early(spec));
  }

  private static KeptCheckpoints stoppedEarly(
      RunTrial run, ExperimentSpec spec, byte[] checkpoint) {
    var stopped = new KeptCheckpoints();
    stopped.keep(checkpoint);
    stopped.cancelAt(EARLY);
    try {
      run.run(spec, 0, stopped);
      // Nothing asks after the last stage's end.
    } catch (TrialCancelled expected) {
      assertThat(stopped.offered()).hasSize(EARLY + 1);
    }
    return stopped;
  }
}
