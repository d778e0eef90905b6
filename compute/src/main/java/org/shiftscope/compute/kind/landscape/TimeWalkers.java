package org.shiftscope.compute.kind.landscape;

import java.util.function.LongSupplier;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.simulation.Bins;
import org.shiftscope.compute.simulation.Deviates;
import org.shiftscope.compute.simulation.DriftAndNoise;
import org.shiftscope.compute.simulation.EnsemblePlan;
import org.shiftscope.compute.simulation.RunEnsemble;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.stage.StageRun;

/** Times the walkers of a landscape on real steps, for a fraction of a second. */
final class TimeWalkers {

  private static final double SECONDS = 0.2;
  private static final int STEPS = 400;

  private TimeWalkers() {}

  /** Seconds that a step of one walker takes. */
  static double secondsPerStep(Landscape spec, LongSupplier nanoTime) {
    DriftAndNoise field = LandscapeTrial.field(spec.landscape());
    var bins = new Bins(spec.domain().from(), spec.domain().to(), LandscapeTrial.BINS);
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
    run(field, plan);
    long start = nanoTime.getAsLong();
    double seconds = 0;
    int runs = 0;
    while (seconds < SECONDS) {
      run(field, plan);
      runs++;
      seconds = (nanoTime.getAsLong() - start) / 1e9;
    }
    return seconds / ((double) runs * STEPS * RunEnsemble.BLOCK);
  }

  private static void run(DriftAndNoise field, EnsemblePlan plan) {
    RunEnsemble.run(
        field, plan, Deviates.normal(), RandomStreams.of(0), StageRun.whole(share -> {}));
  }
}
