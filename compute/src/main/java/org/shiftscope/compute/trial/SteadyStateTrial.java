package org.shiftscope.compute.trial;

import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.descent.Course;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.steadystate.ChainState;
import org.shiftscope.compute.steadystate.MeasureSteadyState;
import org.shiftscope.compute.steadystate.PreparedModel;

/** One trial of a steady state. It goes on from the newest checkpoint, with the same bits. */
final class SteadyStateTrial {

  private final SteadyState spec;
  private final int trial;
  private final TrialWatch watch;
  private final Stages stages;
  private final Execution execution;

  SteadyStateTrial(SteadyState spec, int trial, TrialWatch watch, Execution execution) {
    this.spec = spec;
    this.trial = trial;
    this.watch = watch;
    stages = new Stages(watch, spec.cost(trial));
    this.execution = execution;
  }

  TrialResult run() {
    stages.poll();
    return PreparedModel.of(spec, stages::poll)
        .map(this::measure)
        .orElseGet(() -> new Diverged(NO_MINIMUM, 0, execution));
  }

  private static final String NO_MINIMUM =
      "Newton's method found no strict minimum near the planted truth: raise lambda or samples.";

  private TrialResult measure(PreparedModel model) {
    var measure = new MeasureSteadyState(model, spec, trial);
    try {
      return measure.run(course(measure.longestArray()), execution);
    } catch (Divergence divergence) {
      return new Diverged(
          String.format(
              Locale.ROOT,
              "SGD left the finite numbers at step %d: the learning rate T · B = %.4g is too large"
                  + " for this model. Lower the temperature or the batch size.",
              divergence.step(),
              spec.learningRateOf(trial)),
          divergence.step(),
          execution);
    }
  }

  private Course<ChainState> course(int longest) {
    TrialCheckpoints checkpoints = watch.checkpoints();
    Optional<ChainState> from =
        ReadCheckpoint.newest(checkpoints, longest)
            .flatMap(
                state ->
                    state instanceof TrialState.BetweenWindows between
                        ? Optional.of(between.chain())
                        : Optional.empty());
    return new Course<>(
        from,
        stages.enter("SGD", spec.cost(trial)),
        offered -> {
          if (checkpoints.due()) {
            checkpoints.keep(
                out -> CheckpointBytes.write(new TrialState.BetweenWindows(offered.get()), out));
          }
        });
  }
}
