package org.shiftscope.compute.kind.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.PlantedShift;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.Eq3Check;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.spec.LineSpec;

/**
 * A simulated sweep in which it is known of each claim whether it holds: +1 that it does, −1 that
 * its opposite does, 0 that neither does, or, of a claim with a margin, that the number lies on it.
 *
 * @param of the truth of each claim; +1 of one that is not named
 */
record PlantedTruth(Map<Claim, Integer> of) {

  static final int TEMPERATURES = 4;
  static final int SEEDS = 6;

  private static final double[] ALPHAS = new LineSpec(-1, 2, 61).alphas();

  /** One draw of it. */
  Seen<ShiftMeasurement> simulate(long seed) {
    UniformRandomProvider random = RandomStreams.of(seed).fastGenerator();
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    List<Place> places = new ArrayList<>();
    List<ShiftMeasurement> results = new ArrayList<>();
    for (int s = 0; s < SEEDS; s++) {
      double own = 0.02 * normal.sample();
      for (int t = 0; t < TEMPERATURES; t++) {
        places.add(new Place(places.size(), 0.001 * (1 + t), s));
        results.add(trial(t, () -> 1 + own + 0.02 * normal.sample()));
      }
    }
    var trials = new CountedTrials(places.size(), places.size(), places, List.of(), List.of(), "");
    return new Seen<>(trials, results, RandomStreams.of(seed).split("findings"));
  }

  private int truth(Claim claim) {
    return of.getOrDefault(claim, 1);
  }

  /** {@code noise}: about 1. */
  private ShiftMeasurement trial(int t, DoubleSupplier noise) {
    double curvature = 0.6 * (1 - 0.05 * t * truth(Claim.C1));
    double half = 0.02 * (1 - 0.05 * t * truth(Claim.C2));
    double exact = half * noise.getAsDouble();
    double fit = half * noise.getAsDouble();
    double excess = exact * noise.getAsDouble() / share(truth(Claim.C3));
    double minimum = 0.3 + lowestMinimum(t) * 0.02 * noise.getAsDouble();
    double norm = 0.5 * (1 + 0.05 * t * truth(Claim.C10));
    double above = 1 - 0.5 * truth(Claim.C10);
    double flatter = truth(Claim.C11) == 0 ? 1 : truth(Claim.C11) > 0 ? 0.3 : 3;
    Line line = line(minimum, exact, flatter * noise.getAsDouble(), flatter * noise.getAsDouble());
    double sgdTest = 0.5 * (1 - 0.05 * t * truth(Claim.C7));
    return new PlantedShift.Along(
            PlantedShift.flowEnd(0.04),
            PlantedShift.flowEnd(minimum),
            norm * noise.getAsDouble(),
            line,
            fit(1, curvature * above * noise.getAsDouble(), 1),
            fit(2 * fit, curvature * noise.getAsDouble(), 2 * exact),
            new Eq3Check(minimum, minimum + excess, minimum + fit, minimum + exact))
        .after(
            PlantedShift.sgd(
                false, 0.05 * noise.getAsDouble(), sgdTest * noise.getAsDouble(), 1, 1),
            Outcome.MEASURED);
  }

  /** Prediction over excess: right, on the margin, twice as high. */
  private static double share(int truth) {
    return truth > 0 ? 1 : truth == 0 ? 1.1 : 2;
  }

  /** The change over the temperatures in parts of the shift-curvature: little, as much, thrice. */
  private double lowestMinimum(int t) {
    double change = truth(Claim.C4) > 0 ? 0.2 : truth(Claim.C4) == 0 ? 1 : 3;
    return change * (t + 1) / (TEMPERATURES - 1);
  }

  private static ShiftMeasurement.CurvatureFit fit(double kappa, double curvature, double exact) {
    return PlantedShift.fit(kappa, Math.sqrt(kappa / curvature), exact, 0);
  }

  /** Parabolas, the one of the test loss about α = 1, of the train loss about α = 0. */
  private static Line line(double minimum, double rise, double testBeyond, double trainBeyond) {
    double[] test = new double[ALPHAS.length];
    double[] train = new double[ALPHAS.length];
    for (int i = 0; i < ALPHAS.length; i++) {
      double fromTest = 1 - ALPHAS[i];
      double fromTrain = -ALPHAS[i];
      test[i] = minimum + rise * fromTest * fromTest * (fromTest < 0 ? testBeyond : 1);
      train[i] = 0.04 + rise * fromTrain * fromTrain * (fromTrain < 0 ? trainBeyond : 1);
    }
    Series alphas = Series.of(ALPHAS);
    Series zero = Series.of(new double[ALPHAS.length]);
    return new Line(alphas, Series.of(train), Series.of(test), zero, zero);
  }
}
