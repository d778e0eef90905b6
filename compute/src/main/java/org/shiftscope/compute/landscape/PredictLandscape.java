package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.result.LandscapeTheory.AgainstTemperature;
import org.shiftscope.compute.result.LandscapeTheory.BasinOfLoss;
import org.shiftscope.compute.result.LandscapeTheory.Curves;
import org.shiftscope.compute.result.LandscapeTheory.Expected;
import org.shiftscope.compute.result.LandscapeTheory.Parts;
import org.shiftscope.compute.result.LandscapeTheory.Undecided;
import org.shiftscope.compute.result.LandscapeTheory.Wells;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.Series;

/**
 * Tells what theory says of a landscape: once what does not depend on the temperature looked at,
 * and then quickly what does. Safe for use by many threads.
 */
public final class PredictLandscape {

  private static final int TEMPERATURES = 97;
  private static final int POINTS = 401;
  private static final int POINTS_ABOUT_A_PEAK = 24;
  private static final double DEVIATIONS = 6;

  private final Terrain terrain;
  private final List<MinimumCertificate> certificates;
  private final Undecided undecided;
  private final AgainstTemperature against;
  private final BestTemperature best;

  /**
   * Explores a landscape.
   *
   * @param lowest the lowest temperature of the curves against T, above 0
   * @param highest the highest
   */
  public PredictLandscape(LossLandscape landscape, double lowest, double highest) {
    terrain = Terrain.of(landscape);
    certificates =
        terrain.basins().stream().map(basin -> CertifyBasin.of(landscape.train(), basin)).toList();
    undecided = TellUndecided.of(terrain);
    best = terrain.bestTemperature();
    against = against(lowest, highest);
  }

  /** What theory says, with a closer look at one temperature. */
  public LandscapeTheory at(double temperature) {
    SteadyDensity state = terrain.at(temperature);
    return new LandscapeTheory(
        temperature,
        curves(state),
        wells(temperature),
        basins(state),
        new Expected(
            state.trainLoss(), state.testLoss(), parts(state.parts()), state.leadingTestLoss()),
        against,
        best.temperature(),
        best.testLoss(),
        Optional.of(undecided));
  }

  private AgainstTemperature against(double lowest, double highest) {
    double[] temperatures = new double[TEMPERATURES];
    Arrays.setAll(temperatures, i -> lowest * Math.pow(highest / lowest, i / (TEMPERATURES - 1.0)));
    List<SteadyDensity> states = Arrays.stream(temperatures).mapToObj(terrain::at).toList();
    List<TestLossParts> parts = states.stream().map(SteadyDensity::parts).toList();
    return new AgainstTemperature(
        Series.of(temperatures),
        series(states, SteadyDensity::trainLoss),
        series(states, SteadyDensity::testLoss),
        series(states, SteadyDensity::leadingTestLoss),
        series(parts, TestLossParts::minimum),
        series(parts, TestLossParts::shift),
        series(parts, TestLossParts::bias),
        series(parts, TestLossParts::cross),
        series(parts, TestLossParts::covariance),
        ofBasins(states.stream().map(SteadyDensity::probabilities).toList()),
        ofBasins(states.stream().map(SteadyDensity::laplaceWeights).toList()));
  }

  private List<Series> ofBasins(List<double[]> rows) {
    return IntStream.range(0, terrain.basins().size())
        .mapToObj(k -> series(rows, row -> row[k]))
        .toList();
  }

  private static <T> Series series(List<T> items, ToDoubleFunction<T> number) {
    return Series.of(items.stream().mapToDouble(number).toArray());
  }

  private static Parts parts(TestLossParts parts) {
    return new Parts(
        parts.minimum(), parts.shift(), parts.bias(), parts.cross(), parts.covariance());
  }

  private List<BasinOfLoss> basins(SteadyDensity state) {
    double[] probabilities = state.probabilities();
    double[] weights = state.laplaceWeights();
    List<BasinOfLoss> basins = new ArrayList<>();
    for (int k = 0; k < weights.length; k++) {
      Basin basin = terrain.basins().get(k);
      basins.add(
          new BasinOfLoss(
              basin.from(),
              basin.to(),
              basin.minimum(),
              basin.atEnd(),
              basin.order(),
              basin.value(),
              basin.derivative(),
              probabilities[k],
              weights[k],
              Optional.of(certificates.get(k))));
    }
    return basins;
  }

  private Wells wells(double temperature) {
    List<Basin> wells = terrain.wells(temperature);
    double lowest = wells.stream().mapToDouble(Basin::value).min().orElseThrow();
    return new Wells(series(wells, Basin::minimum), series(wells, well -> well.value() - lowest));
  }

  private Curves curves(SteadyDensity state) {
    LossLandscape landscape = terrain.landscape();
    double[] x = points(state.temperature());
    double[] train = new double[x.length];
    double[] test = new double[x.length];
    double[] noise = new double[x.length];
    landscape.train().values(x, train);
    landscape.train().values(Arrays.stream(x).map(at -> at - landscape.shift()).toArray(), test);
    landscape.noise().values(x, noise);
    return new Curves(
        Series.of(x),
        Series.of(train),
        Series.of(test),
        Series.of(noise),
        Series.of(terrain.potential(state.temperature(), x)),
        Series.of(state.density(x)));
  }

  /** Even points, and some about each minimum of v, so that no peak falls between them. */
  private double[] points(double temperature) {
    LossLandscape landscape = terrain.landscape();
    TreeSet<Double> points = new TreeSet<>();
    for (int i = 0; i < POINTS; i++) {
      points.add(landscape.from() + landscape.length() * i / (POINTS - 1));
    }
    for (Basin well : terrain.wells(temperature)) {
      double width = Math.exp(LaplaceWeights.logIntegral(well, temperature));
      for (int i = 0; Double.isFinite(width) && i <= 2 * POINTS_ABOUT_A_PEAK; i++) {
        double x =
            well.minimum()
                + width * DEVIATIONS / 2.5 * (i - POINTS_ABOUT_A_PEAK) / POINTS_ABOUT_A_PEAK;
        if (x > landscape.from() && x < landscape.to()) {
          points.add(x);
        }
      }
    }
    return points.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
