package org.shiftscope.compute.kind.assumption;

import java.util.List;
import java.util.Locale;
import org.shiftscope.compute.assumption.CurrentState;
import org.shiftscope.compute.assumption.MeasureCurl;
import org.shiftscope.compute.assumption.MeasureCurrent;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CurlMeasurement;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.stage.TrialContext;

/** One trial on Assumption 1: the current of two formulas, or the curl of a real model. */
final class AssumptionTrial {

  private final AssumptionCheck spec;
  private final List<StageCost> costs;
  private final TrialContext context;
  private final double temperature;
  private final RandomStreams streams;

  AssumptionTrial(AssumptionCheck spec, List<StageCost> costs, TrialContext context) {
    this.spec = spec;
    this.costs = costs;
    this.context = context;
    temperature = spec.temperatureOf(context.trial());
    streams = RandomStreams.of(spec.seedOf(context.trial()));
  }

  TrialResult run() {
    try (Stages stages = context.stages(spec, costs)) {
      return switch (spec.field()) {
        case Formulas formulas -> current(formulas, stages);
        case DigitsRegression regression -> curl(regression, stages);
      };
    }
  }

  private TrialResult curl(DigitsRegression regression, Stages stages) {
    Samples digits = context.datasets().apply(spec.dataset(context.trial()).orElseThrow()).train();
    return stages.run(
        "curl",
        MeasureCurl.State.class,
        CurlMeasurement.class,
        course ->
            MeasureCurl.onDigits(
                regression, temperature, digits, streams, course, context.execution()));
  }

  private TrialResult current(Formulas formulas, Stages stages) {
    try {
      CurrentState walked =
          stages.run(
              "walkers",
              CurrentState.class,
              CurrentState.class,
              course -> MeasureCurrent.walk(formulas, temperature, streams, course));
      return MeasureCurrent.measured(formulas, temperature, walked, context.execution());
    } catch (Divergence divergence) {
      return new Diverged(
          String.format(
              Locale.ROOT,
              "A walker left the finite numbers at step %d: a time step of %s is too large for this loss, or C is not"
                  + " positive definite somewhere on the domain.",
              divergence.step(),
              SayNumber.significant(formulas.current().timeStep())),
          divergence.step(),
          context.execution());
    }
  }
}
