package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.diffusion.MeasureWeakError;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.spec.WeakErrorSpec;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;

/** A trial asks many times in each stage whether it should stop, and stops at the first yes. */
class CancelTest {

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  @ParameterizedTest
  @MethodSource("org.shiftscope.compute.kind.SmallExperiments#instant")
  void itStopsAtTheFirstYes(ExperimentSpec spec) {
    var whole = new Asked(Integer.MAX_VALUE);
    run.run(spec, 0, whole);
    // These trials take some tenths of a second in all; the curl has 17 points.
    assertThat(whole.inStage.values())
        .allSatisfy(times -> assertThat(times).isGreaterThanOrEqualTo(2));
    assertThat(whole.times).isGreaterThan(17);
    new Random(2)
        .ints(12, 1, whole.times + 1)
        .forEach(
            yes -> {
              var asked = new Asked(yes);
              assertThatThrownBy(() -> run.run(spec, 0, asked)).isInstanceOf(TrialCancelled.class);
              assertThat(asked.times).isEqualTo(yes);
            });
  }

  @Test
  void theWeakErrorAsksAtEachMinibatchThatCanBeDrawn() {
    var asked = new int[1];
    MeasureWeakError.measure(
        new WeakErrorSpec(ScalarModel.LINEAR_REGRESSION, 20, 4, 0.2, 1, 4),
        RandomStreams.of(1),
        StageRun.whole(share -> asked[0]++));
    // (23 choose 4) at each of five rates.
    assertThat(asked[0]).isGreaterThan(5 * 8_855);
  }

  /** Says yes at one of the times that it is asked, and after it. */
  private static final class Asked implements TrialWatch {

    private final Map<String, Integer> inStage = new LinkedHashMap<>();
    private final int yes;
    private int times;

    Asked(int yes) {
      this.yes = yes;
    }

    @Override
    public Input input(PointRef point) {
      return CheckedTrial.instant().watch().input(point);
    }

    @Override
    public void progress(String phase, double fraction) {
      inStage.merge(phase, 1, Integer::sum);
    }

    @Override
    public boolean cancelled() {
      return ++times >= yes;
    }
  }
}
