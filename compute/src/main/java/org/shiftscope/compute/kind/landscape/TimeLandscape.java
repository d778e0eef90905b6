package org.shiftscope.compute.kind.landscape;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.simulation.Bins;
import org.shiftscope.compute.simulation.Deviates;
import org.shiftscope.compute.simulation.DriftAndNoise;
import org.shiftscope.compute.simulation.EnsemblePlan;
import org.shiftscope.compute.simulation.FokkerPlanck;
import org.shiftscope.compute.simulation.RunEnsemble;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.stage.StageRun;

/** Times the two sorts of steps of a landscape's trials on real ones. */
final class TimeLandscape {

  private static final int STEPS = 400;

  private TimeLandscape() {}

  /** Seconds that a step of one walker takes. */
  static double walkerStep(Landscape spec, LongSupplier nanoTime) {
    DriftAndNoise field = LandscapeTrial.field(spec.landscape());
    Bins bins = LandscapeTrial.bins(spec);
    var plan =
        new EnsemblePlan(
            spec.temperatureOf(0),
            spec.simulation().timeStep(),
            STEPS,
            STEPS / 2,
            STEPS / 2,
            RunEnsemble.BLOCK,
            bins.from(),
            bins.to(),
            bins);
    return TimeSteps.median(
            () ->
                RunEnsemble.run(
                    field,
                    plan,
                    Deviates.normal(),
                    RandomStreams.of(0),
                    StageRun.whole(share -> {})),
            nanoTime)
        / ((double) STEPS * RunEnsemble.BLOCK);
  }

  /** Seconds that a step of the Fokker-Planck equation takes. */
  static double fokkerPlanckStep(Landscape spec, LongSupplier nanoTime) {
    FokkerPlanck equation = LandscapeTrial.equation(spec, spec.temperatureOf(0));
    double[] shares = new double[equation.cells().count()];
    Arrays.fill(shares, 1.0 / shares.length);
    double dt = spec.simulation().time() / LandscapeTrial.FOKKER_PLANCK_STEPS;
    return TimeSteps.median(() -> equation.step(shares, dt), nanoTime);
  }
}
