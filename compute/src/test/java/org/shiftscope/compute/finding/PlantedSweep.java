package org.shiftscope.compute.finding;

import java.util.List;
import java.util.stream.LongStream;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.LearntNothing;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.PlantedShift;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.Eq3Check;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;

/** Sweeps and results with numbers that are known. */
final class PlantedSweep {

  static final Execution EXECUTION = new Execution("cpu", 1, "test");

  private static final Series ALPHA = Series.of(new LineSpec(-1, 2, 61).alphas());

  static final RefinementSpec.Integrator ADAPTIVE = new RefinementSpec.Integrator.Adaptive(1e-4);

  private PlantedSweep() {}

  static TemperatureSweep sweep(int temperatures, int seeds) {
    return sweep(temperatures, seeds, new RefinementSpec.Flow(1, 1, ADAPTIVE));
  }

  static TemperatureSweep sweep(int temperatures, int seeds, RefinementSpec refinement) {
    return new TemperatureSweep(
        "Planted",
        new TrainingSpec(
            DatasetSpec.all(DatasetName.DIGITS),
            new NetworkSpec.Mlp(List.of(8), Activation.RELU, 1),
            temperatures == 1
                ? new Temperatures.Listed(List.of(0.003))
                : new Temperatures.Logarithmic(3e-3, 3e-2, temperatures),
            new Seeds(LongStream.range(0, seeds).boxed().toList()),
            new SgdSpec.AtTemperature(32, 1, 10, 1e-5)),
        refinement,
        new LineSpec(-1, 2, 61));
  }

  /** Test loss 0.3 + slope · r + ½ curvature · r² + cubic · r³ at r = 1 − α from θ_te. */
  static ShiftMeasurement measurement(double slope, double curvature, double cubic) {
    return measurement(slope, curvature, cubic, sgd(0.05, false), Outcome.MEASURED);
  }

  static ShiftMeasurement measurement(
      double slope, double curvature, double cubic, SgdEnd sgd, Outcome outcome) {
    double[] loss = ALPHA.toArray();
    for (int i = 0; i < loss.length; i++) {
      double r = 1 - loss[i];
      loss[i] = 0.3 + slope * r + curvature / 2 * r * r + cubic * r * r * r;
    }
    Series test = Series.of(loss);
    double end = slope + curvature / 2 + cubic;
    double kappa = kappa(test);
    return new PlantedShift.Along(
            PlantedShift.flowEnd(0.04),
            PlantedShift.flowEnd(0.3),
            0.5,
            new Line(ALPHA, test, test, test, test),
            PlantedShift.fit(1, 0.5, 1, 0),
            PlantedShift.fit(kappa, 0.5, curvature, slope),
            new Eq3Check(0.3, 0.3 + end, 0.3 + kappa / 2, 0.3 + slope + curvature / 2))
        .after(sgd, outcome);
  }

  static SgdEnd sgd(double trainLoss, boolean capped) {
    return PlantedShift.sgd(capped, trainLoss, trainLoss, 0.9, 0.9);
  }

  static Diverged diverged() {
    return new Diverged("The loss was not finite at step 7; lower the temperature.", 7, EXECUTION);
  }

  static LearntNothing learntNothing() {
    return new LearntNothing(
        "SGD learnt nothing: its train loss of 2.303 is no better than guessing by the classes' frequencies (2.302).",
        100,
        EXECUTION);
  }

  /** That of the symmetrized fit on r from 0 to 1. */
  private static double kappa(Series loss) {
    double above = 0;
    double below = 0;
    for (int i = 0; i < loss.size(); i++) {
      double r = 1 - ALPHA.get(i);
      if (r >= 0 && r <= 1 + 1e-12) {
        above += r * r * (loss.get(i) - 0.3);
        below += r * r * r * r;
      }
    }
    return 2 * above / below;
  }
}
