package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.stage.TrialCancelled;

/** A trial of any kind that was stopped and goes on ends with the very bits of one that was not. */
class ResumeEveryKindTest {

  private static final Execution HERE = new Execution("cpu", 1, "test");

  /** Boundaries at which a trial is stopped, beside the first and the last of each stage. */
  private static final int STOPS = 20;

  private final RunTrial run = new RunTrial(new DataFolder(Path.of("none")), HERE);

  @ParameterizedTest
  @MethodSource("org.shiftscope.compute.kind.SmallExperiments#instant")
  void stoppedAnywhereItEndsWithTheSameBits(ExperimentSpec spec) {
    var whole = new KeptCheckpoints();
    TrialResult expected = run.run(spec, 0, whole);
    assertThat(expected).isNotInstanceOf(Diverged.class);
    assertThat(whole.told()).isSorted();
    assertThat(whole.told().getLast()).isEqualTo(1);
    for (int offer : boundaries(whole.offered())) {
      var stopped = stoppedAt(offer, spec);
      double reached = stopped.told().getLast();
      stopped.cancelAt(Integer.MAX_VALUE);
      assertThat(run.run(spec, 0, stopped))
          .describedAs("stopped in %s, at %s", whole.offered().get(offer), offer)
          .isEqualTo(expected); // records compare their doubles bit for bit
      assertThat(stopped.points()).containsOnlyKeys(whole.points().keySet());
      whole
          .points()
          .forEach((point, theta) -> assertThat(stopped.points().get(point)).isEqualTo(theta));
      // Where a stage begins or goes on, the same boundary may be offered once more.
      assertThat(stopped.offered().size())
          .isBetween(whole.offered().size() - offer - 1, whole.offered().size() - offer);
      assertThat(stopped.told()).isSorted();
      if (!stopped.told().isEmpty()) {
        assertThat(stopped.told().getFirst()).isGreaterThan(reached - 1e-12);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.shiftscope.compute.kind.SmallExperiments#instant")
  void everyStageIsOfferedAtItsEnd(ExperimentSpec spec) {
    var whole = new KeptCheckpoints();
    run.run(spec, 0, whole);
    assertThat(new LinkedHashSet<>(whole.offered()))
        .containsExactlyElementsOf(new LinkedHashSet<>(whole.phases()));
  }

  @ParameterizedTest
  @MethodSource("org.shiftscope.compute.kind.SmallExperiments#instant")
  void aDamagedOrCutCheckpointStartsTheTrialFromTheBeginning(ExperimentSpec spec) {
    TrialResult expected = run.run(spec, 0, new KeptCheckpoints());
    var random = new Random(4);
    for (int i = 0; i < 4; i++) {
      var damaged = stoppedAt(3, spec);
      damaged.damage(random.nextInt(damaged.size()));
      assertStartsAnew(spec, damaged, expected);
      var cut = stoppedAt(3, spec);
      cut.cut(random.nextInt(cut.size()));
      assertStartsAnew(spec, cut, expected);
    }
  }

  @ParameterizedTest
  @MethodSource("org.shiftscope.compute.kind.SmallExperiments#instant")
  void aForeignCheckpointIsLeftAlone(ExperimentSpec spec) {
    TrialResult expected = run.run(spec, 0, new KeptCheckpoints());
    for (ExperimentSpec other : SmallExperiments.instant()) {
      if (!other.equals(spec)) {
        assertStartsAnew(spec, stoppedAt(3, other), expected);
      }
    }
    for (Execution elsewhere :
        List.of(
            new Execution("cpu", 1, "another version"),
            new Execution("cpu", 2, "test"),
            new Execution("another processor", 1, "test"))) {
      var stopped = new KeptCheckpoints();
      stopped.cancelAt(3);
      assertThatThrownBy(() -> run.as(elsewhere).run(spec, 0, stopped))
          .isInstanceOf(TrialCancelled.class);
      assertStartsAnew(spec, stopped, expected);
    }
  }

  private void assertStartsAnew(ExperimentSpec spec, KeptCheckpoints watch, TrialResult expected) {
    watch.cancelAt(Integer.MAX_VALUE);
    assertThat(run.run(spec, 0, watch)).isEqualTo(expected);
    assertThat(watch.told().getFirst()).isZero();
  }

  private KeptCheckpoints stoppedAt(int offer, ExperimentSpec spec) {
    var stopped = new KeptCheckpoints();
    stopped.cancelAt(offer);
    try {
      run.run(spec, 0, stopped);
      // Nothing asks after the last stage's end.
    } catch (TrialCancelled expected) {
      assertThat(stopped.offered()).hasSize(offer + 1);
    }
    return stopped;
  }

  private static TreeSet<Integer> boundaries(List<String> offered) {
    var chosen = new TreeSet<Integer>();
    for (String stage : new LinkedHashSet<>(offered)) {
      int first = offered.indexOf(stage);
      int last = offered.lastIndexOf(stage);
      chosen.addAll(List.of(first, Math.min(first + 1, last), (first + last) / 2, last));
    }
    new Random(1).ints(STOPS, 0, offered.size()).forEach(chosen::add);
    return chosen;
  }
}
