package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shiftscope.compute.curve.LossLandscape;

/** The terms in x, by what theory is told with. */
final class TermsInX {

  private TermsInX() {}

  static CoordinateTerms of(Terrain terrain, double temperature) {
    SteadyDensity state = terrain.at(temperature);
    double[] probabilities = state.probabilities();
    double[] weights = state.laplaceWeights();
    if (!terrain.basins().stream().allMatch(TermsInX::isPlain)) {
      Arrays.fill(weights, Double.NaN);
    }
    List<BasinTerms> basins = new ArrayList<>();
    for (int k = 0; k < weights.length; k++) {
      basins.add(
          of(
              terrain.landscape(),
              terrain.basins().get(k),
              temperature,
              weights[k],
              probabilities[k]));
    }
    return new CoordinateTerms(basins, state.trainLoss(), state.testLoss());
  }

  /** Whether Eq. 6 is that of the paper there, or the end of a slope: φ knows no other. */
  private static boolean isPlain(Basin basin) {
    return basin.order() == (basin.atEnd() ? 1 : 2);
  }

  private static BasinTerms of(
      LossLandscape landscape, Basin basin, double temperature, double weight, double probability) {
    TestLossParts parts =
        TestLossParts.of(landscape, List.of(basin), new double[] {1}, temperature);
    double[] noise = landscape.noise().derivatives(1, basin.minimum());
    if (basin.order() == 0 || basin.order() > ChangedLandscape.HIGHEST_ORDER) {
      return BasinTerms.flat(basin.value(), parts.minimum(), probability);
    }
    return new BasinTerms(
        basin.value(),
        parts.minimum(),
        basin.derivative(),
        -landscape.shift(),
        TestLossParts.bias(basin, temperature * noise[1] / 2),
        basin.order() == 2 ? temperature * noise[0] / (2 * basin.derivative()) : Double.NaN,
        parts.shift(),
        // In a flatter basin b goes by a root of T, and both fall slower than what leads.
        basin.order() > 2 ? Double.NaN : parts.cross(),
        basin.order() > 2 ? Double.NaN : parts.bias(),
        parts.covariance(),
        weight,
        probability);
  }
}
