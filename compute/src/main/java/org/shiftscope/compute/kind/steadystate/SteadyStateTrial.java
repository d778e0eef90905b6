package org.shiftscope.compute.kind.steadystate;

import java.util.List;
import java.util.Locale;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.steadystate.ChainState;
import org.shiftscope.compute.steadystate.MeasureSteadyState;
import org.shiftscope.compute.steadystate.PreparedModel;

/** One trial of a steady state. */
record SteadyStateTrial(SteadyState spec, List<StageCost> costs, TrialContext context) {

  private static final String NO_MINIMUM =
      "Newton's method found no strict minimum near the planted truth: raise lambda or samples.";

  TrialResult run() {
    context.poll();
    return PreparedModel.of(spec, context::poll)
        .map(this::measure)
        .orElseGet(() -> new Diverged(NO_MINIMUM, 0, context.execution()));
  }

  private TrialResult measure(PreparedModel model) {
    var measure = new MeasureSteadyState(model, spec, context.trial());
    try (Stages stages = context.stages(spec, costs)) {
      ChainState sums = stages.run("SGD", ChainState.class, ChainState.class, measure::run);
      return measure.measured(sums, context.execution());
    } catch (Divergence divergence) {
      return new Diverged(
          String.format(
              Locale.ROOT,
              "SGD left the finite numbers at step %d: the learning rate T · B = %s is too large"
                  + " for this model. Lower the temperature or the batch size.",
              divergence.step(),
              SayNumber.significant(spec.learningRateOf(context.trial()))),
          divergence.step(),
          context.execution());
    }
  }
}
