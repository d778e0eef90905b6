package org.shiftscope.compute.kind.landscape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Speed;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.LandscapeFindings;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.simulation.RunEnsemble;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;

/**
 * The landscape.
 *
 * @param spec the experiment
 */
public record LandscapeKind(Landscape spec) implements Kind {

  private static final String FOKKER_PLANCK = "Fokker-Planck";
  private static final String WALKERS = "walkers";

  /** A step of the Fokker-Planck equation, in steps of one walker. */
  private static final double STEP = 2_500;

  @Override
  public String aim() {
    return "A loss in one dimension was studied under Langevin dynamics, by theory and by"
        + " simulated walkers (Eqs 3 to 8 of Bradley et al., 2021)";
  }

  @Override
  public TrialResult run(TrialContext context) {
    return new LandscapeTrial(spec, costs(context.trial()), context).run();
  }

  /** In steps of one walker, each of which evaluates one gradient. */
  @Override
  public List<StageCost> costs(int trial) {
    return List.of(
        new StageCost(FOKKER_PLANCK, FOKKER_PLANCK, LandscapeTrial.FOKKER_PLANCK_STEPS, STEP),
        new StageCost(WALKERS, (double) spec.simulation().steps() * spec.simulation().walkers()));
  }

  /** The walkers' ends, the counts of their blocks, and the nodes of the integrals. */
  @Override
  public TrialMemory memory() {
    long walkers = spec.simulation().walkers();
    long blocks = Math.ceilDiv(walkers, RunEnsemble.BLOCK);
    return TrialMemory.inHeap(
        "simulation.walkers", 8L * (walkers + 3 * blocks * LandscapeTrial.BINS) + 20_000_000);
  }

  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    double walker = TimeLandscape.walkerStep(spec, nanoTime);
    return new Timing(
        new Speed(1 / walker, Speed.Unit.WALKER_STEPS),
        Map.of(WALKERS, walker, FOKKER_PLANCK, TimeLandscape.fokkerPlanckStep(spec, nanoTime)));
  }

  @Override
  public Optional<LandscapeTheory> theory(OptionalDouble temperature) {
    double first = spec.temperatures().values().getFirst();
    return Optional.of(ExploredLandscapes.of(spec).at(temperature.orElse(first)));
  }

  @Override
  public LandscapeFindings findings(Map<Integer, ? extends TrialResult> results, Include include) {
    return FindLandscape.of(spec, results, include);
  }
}
