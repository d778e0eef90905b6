package org.shiftscope.compute.trial;

import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * The cost of a check of Assumption 1: a trial of the same field with as little work as its laws
 * allow is timed, and scaled up.
 *
 * @param spec the experiment
 * @param secondsPerCost seconds for each unit of {@link AssumptionCheck#cost}
 */
record AssumptionCosts(AssumptionCheck spec, double secondsPerCost) implements TrialCosts {

  /** A few arrays for each group of walkers, and some counts for each bin. */
  private static final long MEMORY = 20_000_000;

  static AssumptionCosts time(AssumptionCheck spec, DataFolder folder, LongSupplier nanoTime) {
    AssumptionCheck small = shorter(spec);
    var context = new TrialContext(0, TrialWatch.none(), new Execution("", 1, ""), folder::open);
    Runnable trial = () -> new AssumptionTrial(small, context).run();
    return new AssumptionCosts(spec, TimeSteps.median(trial, nanoTime) / small.cost(0));
  }

  private static AssumptionCheck shorter(AssumptionCheck spec) {
    return new AssumptionCheck(
        "Timed",
        switch (spec.field()) {
          case Formulas formulas -> formulas.shorter();
          case DigitsRegression regression -> regression.shorter();
        },
        spec.temperatures(),
        spec.seeds());
  }

  @Override
  public double seconds(int trial) {
    return spec.cost(trial) * secondsPerCost;
  }

  @Override
  public long memory(int atATime) {
    return atATime * MEMORY;
  }

  @Override
  public Speed speed() {
    return switch (spec.field()) {
      case Formulas _ -> new Speed(1 / secondsPerCost, Speed.Unit.WALKER_STEPS);
      case DigitsRegression regression ->
          new Speed(regression.points() / seconds(0), Speed.Unit.POINTS);
    };
  }
}
