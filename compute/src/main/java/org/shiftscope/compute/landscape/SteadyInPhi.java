package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.shiftscope.compute.landscape.ChangedLandscape.Local;

/**
 * The steady state of a landscape in φ (Eq. 5 with the drift and the noise of φ): p̃ ∝ exp(∫ 2 a /
 * (T C̃) dφ) / C̃, a = −A + T I, integrated on nodes in φ.
 */
final class SteadyInPhi {

  private static final int NODES = 16;
  private static final int HALVINGS = 34;

  private final ChangedLandscape changed;
  private final Antiderivative climbed;
  private final Antiderivative drifted;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Double, Local> seen = new HashMap<>();
  private final List<Slope> slopes = new ArrayList<>();
  private final double from;
  private final double to;

  private record Node(
      double phi, double weight, double climbed, double rest, double train, double test) {}

  /**
   * What the slope of the potential is made of, where that is looked for.
   *
   * @param climb A
   * @param turned T's part of it: ½ dC̃/dφ − I
   */
  private record Slope(double phi, double climb, double turned) {

    double at(double temperature) {
      return climb + temperature * turned;
    }
  }

  /**
   * Prepares the nodes.
   *
   * @param terrain in x, whose panels and minima say where nodes must be dense
   */
  SteadyInPhi(ChangedLandscape changed, Terrain terrain) {
    this.changed = changed;
    double[] ends = ends(terrain);
    from = ends[0];
    to = ends[ends.length - 1];
    slopes.add(slope(from));
    climbed = new Antiderivative(phi -> seen(phi).climb()[0] / noise(phi), ends);
    drifted = new Antiderivative(phi -> 2 * seen(phi).ito()[0] / noise(phi), ends);
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
    for (int i = 1; i < ends.length; i++) {
      double half = (ends[i] - ends[i - 1]) / 2;
      for (int k = 0; k < NODES; k++) {
        double phi = ends[i - 1] + half + half * rule.getPoint(k);
        nodes.add(
            new Node(
                phi,
                half * rule.getWeight(k),
                climbed.applyAsDouble(phi),
                drifted.applyAsDouble(phi) - Math.log(noise(phi)),
                seen(phi).train()[0],
                seen(phi).test()[0]));
        slopes.add(slope(phi));
      }
    }
    slopes.add(slope(to));
  }

  private Slope slope(double phi) {
    Local at = seen(phi);
    return new Slope(phi, at.climb()[0], at.noise()[1] / 2 - at.ito()[0]);
  }

  /** Images of the panels in x, and of panels that halve toward each minimum. */
  private double[] ends(Terrain terrain) {
    double from = terrain.landscape().from();
    double to = terrain.landscape().to();
    TreeSet<Double> places = new TreeSet<>();
    Arrays.stream(terrain.ends()).forEach(places::add);
    for (Basin basin : terrain.basins()) {
      places.add(basin.minimum());
      places.add(basin.from());
      for (int i = 0; i <= HALVINGS; i++) {
        double step = Math.scalb((to - from) / 32, -i);
        places.add(Math.clamp(basin.minimum() - step, from, to));
        places.add(Math.clamp(basin.minimum() + step, from, to));
      }
    }
    NavigableSet<Double> images = new TreeSet<>();
    places.forEach(x -> images.add(changed.map().phi(x)));
    return Panels.resolve(
            images.first(),
            images.last(),
            List.of(
                phi -> seen(phi).climb()[0] / noise(phi),
                phi -> seen(phi).ito()[0] / noise(phi),
                phi -> seen(phi).train()[0],
                phi -> seen(phi).test()[0]),
            images)
        .ends();
  }

  /** Panels, integrals and slopes ask for the same places. */
  private Local seen(double phi) {
    return seen.computeIfAbsent(phi, place -> changed.at(1, place));
  }

  private double noise(double phi) {
    return seen(phi).noise()[0];
  }

  /** −(T/2) ln p̃, up to a constant: the effective potential in φ. */
  private double potential(double temperature, double phi) {
    return climbed.applyAsDouble(phi)
        - temperature / 2 * (drifted.applyAsDouble(phi) - Math.log(noise(phi)));
  }

  /** The minima of the effective potential, ascending in φ, and its ends where they are lowest. */
  List<Basin> wells(double temperature) {
    List<Basin> wells = new ArrayList<>();
    if (slopes.getFirst().at(temperature) > 0) {
      wells.add(end(from, temperature, slopes.getFirst().at(temperature)));
    }
    for (int i = 1; i < slopes.size(); i++) {
      Slope left = slopes.get(i - 1);
      Slope right = slopes.get(i);
      if (left.at(temperature) < 0 && right.at(temperature) >= 0) {
        wells.add(inside(bisect(left.phi, right.phi, temperature), temperature));
      }
    }
    if (slopes.getLast().at(temperature) < 0) {
      wells.add(end(to, temperature, slopes.getLast().at(temperature)));
    }
    return wells;
  }

  private double bisect(double left, double right, double temperature) {
    double low = left;
    double high = right;
    for (double phi = low + (high - low) / 2;
        phi > low && phi < high;
        phi = low + (high - low) / 2) {
      if (slope(phi).at(temperature) < 0) {
        low = phi;
      } else {
        high = phi;
      }
    }
    return high;
  }

  private Basin inside(double phi, double temperature) {
    Local at = changed.at(2, phi);
    double bend = at.climb()[1] + temperature * (at.noise()[2] - at.ito()[1]);
    return new Basin(from, to, phi, false, 2, bend / noise(phi), potential(temperature, phi));
  }

  private Basin end(double phi, double temperature, double slope) {
    return new Basin(from, to, phi, true, 1, slope / noise(phi), potential(temperature, phi));
  }

  /** Means under the steady state. */
  record Means(double train, double test, double[] shares) {}

  /**
   * Means at a temperature.
   *
   * @param bounds inner bounds of the basins in φ, ascending; not modified
   */
  Means at(double temperature, double[] bounds) {
    double[] logs =
        nodes.stream().mapToDouble(n -> -2 / temperature * n.climbed + n.rest).toArray();
    double most = Arrays.stream(logs).max().orElseThrow();
    double all = 0;
    double train = 0;
    double test = 0;
    double[] shares = new double[bounds.length + 1];
    for (int i = 0; i < logs.length; i++) {
      Node node = nodes.get(i);
      double mass = node.weight * Math.exp(logs[i] - most);
      all += mass;
      train += mass * node.train;
      test += mass * node.test;
      int found = Arrays.binarySearch(bounds, node.phi);
      shares[found >= 0 ? found : -found - 1] += mass;
    }
    double total = all;
    return new Means(
        train / all, test / all, Arrays.stream(shares).map(share -> share / total).toArray());
  }
}
