package org.shiftscope.compute.kind.assumption;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.shiftscope.compute.assumption.MapCurl;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Speed;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.AssumptionFindings;
import org.shiftscope.compute.result.CurlTheory;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * The check of Assumption 1.
 *
 * @param spec the experiment
 */
public record AssumptionKind(AssumptionCheck spec) implements Kind {

  /** A few arrays for each group of walkers, and some counts for each bin. */
  private static final long MEMORY = 20_000_000;

  /** What a point with its Jacobian costs for each component. */
  private static final double POINT = 1e4;

  @Override
  public TrialResult run(TrialContext context) {
    return new AssumptionTrial(spec, costs(context.trial()), context).run();
  }

  /** Steps of a walker, or points with a Jacobian: each as much as a gradient of a small model. */
  @Override
  public List<StageCost> costs(int trial) {
    return List.of(
        switch (spec.field()) {
          case Formulas formulas ->
              new StageCost(
                  "walkers", (double) formulas.current().walkers() * formulas.current().steps());
          case DigitsRegression regression ->
              new StageCost("curl", POINT * regression.points() * regression.components());
        });
  }

  @Override
  public TrialMemory memory() {
    return TrialMemory.inHeap("field", MEMORY);
  }

  /** A trial of the same field with as little work as its laws allow is timed, and scaled up. */
  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    var small = new AssumptionKind(shorter());
    var context = new TrialContext(0, TrialWatch.none(), new Execution("", 1, ""), folder::open);
    double seconds = TimeSteps.median(() -> small.run(context), nanoTime) / small.cost(0);
    return new Timing(speed(seconds), trial -> cost(trial) * seconds);
  }

  private Speed speed(double seconds) {
    return switch (spec.field()) {
      case Formulas _ -> new Speed(1 / seconds, Speed.Unit.WALKER_STEPS);
      case DigitsRegression regression ->
          new Speed(regression.points() / (cost(0) * seconds), Speed.Unit.POINTS);
    };
  }

  private AssumptionCheck shorter() {
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
  public Optional<CurlTheory> theory(OptionalDouble temperature) {
    return switch (spec.field()) {
      case Formulas formulas ->
          Optional.of(MapCurl.of(formulas, temperature.orElse(spec.temperatureOf(0))));
      // Its samples must be read first.
      case DigitsRegression _ -> Optional.empty();
    };
  }

  @Override
  public AssumptionFindings findings(Map<Integer, ? extends TrialResult> results, Include include) {
    return FindAssumption.of(spec, results, include);
  }
}
