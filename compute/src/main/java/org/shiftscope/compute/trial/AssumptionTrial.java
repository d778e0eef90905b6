package org.shiftscope.compute.trial;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.shiftscope.compute.assumption.MeasureCurl;
import org.shiftscope.compute.assumption.MeasureCurrent;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.spec.DatasetSpec;

/** One trial on Assumption 1: the current of two formulas, or the curl of a real model. */
final class AssumptionTrial {

  private final AssumptionCheck spec;
  private final int trial;
  private final Function<DatasetSpec, Dataset> datasets;
  private final Stages stages;
  private final Execution execution;

  AssumptionTrial(
      AssumptionCheck spec,
      int trial,
      Function<DatasetSpec, Dataset> datasets,
      TrialWatch watch,
      Execution execution) {
    this.spec = spec;
    this.trial = trial;
    this.datasets = datasets;
    stages = new Stages(watch, spec.cost(trial));
    this.execution = execution;
  }

  TrialResult run() {
    double temperature = spec.temperatureOf(trial);
    RandomStreams streams = RandomStreams.of(spec.seedOf(trial));
    return switch (spec.field()) {
      case Formulas formulas -> current(formulas, temperature, streams);
      case DigitsRegression regression ->
          MeasureCurl.onDigits(
              regression,
              temperature,
              datasets.apply(spec.datasets().getFirst()).train(),
              streams,
              stages.enter("curl", spec.cost(trial)),
              execution);
    };
  }

  private TrialResult current(Formulas formulas, double temperature, RandomStreams streams) {
    DoubleConsumer progress = stages.enter("walkers", spec.cost(trial));
    try {
      return MeasureCurrent.measure(formulas, temperature, streams, progress, execution);
    } catch (Divergence divergence) {
      return new Diverged(
          String.format(
              Locale.ROOT,
              "A walker left the finite numbers at step %d: a time step of %.3g is too large for this loss, or C is not"
                  + " positive definite somewhere on the domain.",
              divergence.step(),
              formulas.current().timeStep()),
          divergence.step(),
          execution);
    }
  }
}
