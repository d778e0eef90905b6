package org.shiftscope.compute.kind.assumption;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.shiftscope.compute.assumption.CurrentState;
import org.shiftscope.compute.assumption.MapCurl;
import org.shiftscope.compute.assumption.MeasureCurl;
import org.shiftscope.compute.assumption.MeasureCurrent;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.estimate.Speed;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.AssumptionFindings;
import org.shiftscope.compute.result.CurlTheory;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.TrialContext;

/**
 * The check of Assumption 1.
 *
 * @param spec the experiment
 */
public record AssumptionKind(AssumptionCheck spec) implements Kind {

  /** A few arrays for each group of walkers, and some counts for each bin. */
  private static final long MEMORY = 20_000_000;

  private static final String WALKERS = "walkers";
  private static final String CURL = "curl";
  private static final String POINT = "point with its Jacobian";

  /** What a point costs for each component and the one beside them, squared. */
  private static final double POINT_WEIGHT = 1_000;

  /** The principal components and the minimum. */
  private static final double PREPARATION = 1e5;

  @Override
  public String aim() {
    return "Assumption 1 of Bradley et al. (2021) and the probability current where it fails"
        + " were measured";
  }

  @Override
  public TrialResult run(TrialContext context) {
    return new AssumptionTrial(spec, costs(context.trial()), context).run();
  }

  /** Steps of a walker, or points with a Jacobian: each as much as a gradient of a small model. */
  @Override
  public List<StageCost> costs(int trial) {
    return switch (spec.field()) {
      case Formulas formulas -> List.of(new StageCost(WALKERS, steps(formulas)));
      case DigitsRegression regression ->
          List.of(
              new StageCost(CURL, CURL, 1, PREPARATION),
              new StageCost(
                  CURL,
                  POINT,
                  MeasureCurl.all(regression.points()),
                  POINT_WEIGHT * Math.pow(regression.components() + 1.0, 2)));
    };
  }

  private static double steps(Formulas formulas) {
    return (double) formulas.current().walkers() * formulas.current().steps();
  }

  @Override
  public TrialMemory memory() {
    return TrialMemory.inHeap("field", MEMORY);
  }

  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    return switch (spec.field()) {
      case Formulas formulas -> time(formulas.shorter(), nanoTime);
      case DigitsRegression regression ->
          time(regression, folder.open(spec.dataset(0).orElseThrow()).train(), nanoTime);
    };
  }

  private Timing time(Formulas few, LongSupplier nanoTime) {
    StageRun<CurrentState> course = StageRun.whole(share -> {});
    double seconds =
        TimeSteps.median(
                () -> MeasureCurrent.walk(few, spec.temperatureOf(0), RandomStreams.of(0), course),
                nanoTime)
            / steps(few);
    return new Timing(new Speed(1 / seconds, Speed.Unit.WALKER_STEPS), Map.of(WALKERS, seconds));
  }

  private Timing time(DigitsRegression regression, Samples digits, LongSupplier nanoTime) {
    double once = MeasureCurl.secondsToPrepare(regression, digits, nanoTime);
    double point = MeasureCurl.secondsOfPoint(regression, spec.temperatureOf(0), digits, nanoTime);
    return new Timing(new Speed(1 / point, Speed.Unit.POINTS), Map.of(CURL, once, POINT, point));
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
