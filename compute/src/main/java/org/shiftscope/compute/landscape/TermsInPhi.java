package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.CombinatoricsUtils;
import org.shiftscope.compute.landscape.ChangedLandscape.Local;

/** The terms in φ, computed anew from the functions of φ: nothing of x's answers is transformed. */
final class TermsInPhi {

  private static final int NEWTON_STEPS = 60;

  private final ChangedLandscape changed;
  private final Terrain terrain;
  private final double temperature;

  private TermsInPhi(ChangedLandscape changed, Terrain terrain, double temperature) {
    this.changed = changed;
    this.terrain = terrain;
    this.temperature = temperature;
  }

  /**
   * The terms.
   *
   * @param terrain in x, whose minima say where those in φ are looked for
   * @param steady in φ, of the same landscape but for the shift
   */
  static CoordinateTerms of(
      ChangedLandscape changed, Terrain terrain, SteadyInPhi steady, double temperature) {
    return new TermsInPhi(changed, terrain, temperature).terms(steady);
  }

  private CoordinateTerms terms(SteadyInPhi steady) {
    int count = terrain.basins().size();
    double[] bounds =
        terrain.basins().stream()
            .skip(1)
            .mapToDouble(basin -> refined(changed.map().phi(basin.from()), false))
            .sorted()
            .toArray();
    boolean falls =
        changed.map().phi(terrain.landscape().from()) > changed.map().phi(terrain.landscape().to());
    SteadyInPhi.Means means = steady.at(temperature, bounds);
    double[] weights =
        LaplaceWeights.of(
            count,
            steady.wells(temperature),
            well -> (int) Arrays.stream(bounds).filter(bound -> bound < well.minimum()).count(),
            temperature);
    List<BasinTerms> basins = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int inPhi = falls ? count - 1 - k : k;
      basins.add(basin(terrain.basins().get(k), weights[inPhi], means.shares()[inPhi]));
    }
    return new CoordinateTerms(basins, means.train(), means.test());
  }

  private BasinTerms basin(Basin inX, double weight, double probability) {
    int m = inX.order();
    boolean critical = m == 2 && !inX.atEnd();
    double train = changed.map().phi(inX.minimum());
    double test = changed.map().phi(inX.minimum() + terrain.landscape().shift());
    train = critical ? refined(train, false) : train;
    test = critical ? refined(test, true) : test;
    if (m == 0 || m > ChangedLandscape.HIGHEST_ORDER) {
      return BasinTerms.flat(
          changed.at(1, train).train()[0], changed.at(1, test).test()[0], probability);
    }
    double[] rise = changed.at(m, test).test();
    Local at = changed.at(Math.max(1, m - 1), train);
    double stiffness = at.climb()[m - 1];
    double s = train - test;
    double force = temperature * (at.ito()[0] - at.noise()[1] / 2);
    double b = bias(inX, stiffness, force, train);
    double shift = rise[m] * Math.pow(s, m);
    double bias = rise[m] * Math.pow(b, m);
    return new BasinTerms(
        at.train()[0],
        rise[0],
        rise[m] * CombinatoricsUtils.factorialDouble(m),
        s,
        b,
        m == 2 ? temperature * at.noise()[0] / (2 * stiffness) : Double.NaN,
        shift,
        rise[m] * Math.pow(s + b, m) - shift - bias,
        bias,
        rise[m] / stiffness * temperature * at.noise()[0] / 2,
        weight,
        probability);
  }

  /**
   * Where the drift A is the force that T brings, to leading order (Appendix B.2 with Itô's term).
   */
  private double bias(Basin inX, double stiffness, double force, double train) {
    int m = inX.order();
    if (m < 2) {
      return 0;
    }
    double power = force / stiffness;
    double b = Math.copySign(Math.pow(Math.abs(power), 1.0 / (m - 1)), power);
    double inside = changed.map().phi((inX.from() + inX.to()) / 2) - train;
    return inX.atEnd() && b * inside < 0 ? 0 : b;
  }

  /** The critical point of a loss in φ that is nearest to a place, by Newton's method. */
  private double refined(double near, boolean ofTest) {
    double phi = near;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      Local at = changed.at(2, phi);
      double[] series = ofTest ? at.test() : at.train();
      double step = series[1] / (2 * series[2]);
      if (!Double.isFinite(step) || Math.abs(step) <= Math.ulp(phi)) {
        return phi;
      }
      phi -= step;
    }
    return phi;
  }
}
