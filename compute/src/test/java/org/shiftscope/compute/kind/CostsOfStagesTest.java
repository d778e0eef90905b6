package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * What a trial of a preset really took, stage by stage, beside what it was said to take: a stage
 * that is missing from the costs, or has the wrong size, shows here. On the clock of this thread
 * alone, and the faster of two runs. It measures time, so it is no part of {@code make test}:
 * {@code make estimates}, on a machine that does nothing else.
 */
@EnabledIfSystemProperty(named = "estimates", matches = ".*")
class CostsOfStagesTest {

  private static final LongSupplier CLOCK =
      ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
  private static final DataFolder NO_FOLDER = new DataFolder(Path.of("none"));

  /** A smaller part of a trial is not looked at: it may be the compiler's, or one flow's luck. */
  private static final double PART = 0.15;

  private final Map<PointRef, double[]> ends = new HashMap<>();
  private final Map<String, Double> heard = new LinkedHashMap<>();

  @ParameterizedTest
  @CsvSource({
    "two-stage-digits, 6",
    "resampling-digits, 6",
    "eq4-digits, 3",
    "measures-digits, 0",
    "overparametrized-digits, 2",
    "diffusion-digits, 1"
  })
  void aTrialTakesWhatItIsSaidTo(String preset, int trial) {
    ExperimentSpec spec = Presets.find(preset).orElseThrow().spec();
    Kind kind = Kind.of(spec);
    Map<String, Double> first = runWithInputs(spec, trial);
    Timing timing = kind.time(NO_FOLDER, CLOCK);
    Map<String, Double> took = runWithInputs(spec, trial);
    first.forEach((stage, seconds) -> took.merge(stage, seconds, Math::min));
    Map<String, Double> told = new LinkedHashMap<>();
    for (StageCost cost : kind.costs(trial)) {
      told.merge(cost.stage(), timing.seconds(List.of(cost)), Double::sum);
    }

    double all = sum(took);
    assertThat(sum(told))
        .describedAs("took %s, told %s", took, told)
        .isBetween(all / 2.5, all * 2.5);
    assertThat(took.keySet()).containsAll(told.keySet());
    for (String stage : told.keySet()) {
      double seconds = took.getOrDefault(stage, 0.0);
      double margin = PART * all;
      assertThat(told.get(stage))
          .describedAs("%s, of %.2f s in all", stage, all)
          .isBetween(seconds / 3 - margin, seconds * 3 + margin);
    }
  }

  private static double sum(Map<String, Double> seconds) {
    return seconds.values().stream().mapToDouble(each -> each).sum();
  }

  /** Runs a trial, and before it those whose points it starts from, which do not count. */
  private Map<String, Double> runWithInputs(ExperimentSpec spec, int trial) {
    spec.inputs().stream()
        .filter(input -> input.trial() == trial && !ends.containsKey(input.from()))
        .forEach(input -> run(spec, input.from().trial()));
    heard.clear();
    run(spec, trial);
    return new LinkedHashMap<>(heard);
  }

  private void run(ExperimentSpec spec, int trial) {
    new RunTrial(NO_FOLDER, new Execution("cpu", 1, "test")).run(spec, trial, new Watch(trial));
  }

  /** Adds up the time between two words of a trial under the stage that it then is in. */
  private final class Watch implements TrialWatch {

    private final int trial;
    private long since = CLOCK.getAsLong();

    Watch(int trial) {
      this.trial = trial;
    }

    @Override
    public void progress(String phase, double fraction) {
      long now = CLOCK.getAsLong();
      heard.merge(phase, (now - since) / 1e9, Double::sum);
      since = now;
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void reached(NamedPoint point, double[] theta) {
      ends.put(PointRef.own(trial, point), theta.clone());
    }

    @Override
    public Input input(PointRef point) {
      return new Input.Found(Objects.requireNonNull(ends.get(point)).clone());
    }
  }
}
