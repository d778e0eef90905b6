package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.Enclosed;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.curve.Unproven;

/**
 * A landscape explored: its basins, its effective potential, and the nodes on which steady states
 * at any temperature are integrated. Immutable, and safe for use by many threads.
 */
public final class Terrain {

  private final LossLandscape landscape;
  private final double[] ends;
  private final List<Unproven> unresolved;
  private final List<Basin> basins;
  private final List<Unproven> unproven;
  private final EffectivePotential potential;
  private final List<Basin> wellsAtZero;
  private final GradedGrid grid;
  private final double[] depths;
  private final List<GradedGrid.Rise> rises;

  private Terrain(LossLandscape landscape, double[] edges) {
    this.landscape = landscape;
    Panels.Resolved panels =
        Panels.resolve(
            landscape.from(), landscape.to(), resolved(landscape), NarrowPlaces.of(landscape));
    this.ends = panels.ends();
    this.unresolved = panels.unresolved();
    Basins found = basins(landscape.train(), landscape.train());
    this.basins = found.all();
    this.unproven = found.unproven();
    this.potential = EffectivePotential.of(landscape, ends);
    this.wellsAtZero = basins(potential, potential::encloseClimb).all();
    this.grid = GradedGrid.of(landscape, potential, basins, merged(ends, edges));
    double[] values = basins.stream().mapToDouble(b -> potential.value(b.minimum())).toArray();
    double lowest = Arrays.stream(values).min().orElseThrow();
    this.depths = Arrays.stream(values).map(value -> value - lowest).toArray();
    this.rises =
        basins.stream()
            .map(basin -> new GradedGrid.Rise(potential, basin, landscape.length()))
            .toList();
  }

  /** Explores a landscape. */
  public static Terrain of(LossLandscape landscape) {
    return new Terrain(landscape, new double[0]);
  }

  /**
   * Explores a landscape, with panels of the quadrature that end at given places too.
   *
   * @param edges places in the domain; not modified
   */
  public static Terrain of(LossLandscape landscape, double[] edges) {
    return new Terrain(landscape, edges);
  }

  /** The landscape. */
  public LossLandscape landscape() {
    return landscape;
  }

  /** The basins of the train loss, ascending; together they fill the domain. */
  public List<Basin> basins() {
    return basins;
  }

  /** The steady state at a temperature above 0. */
  public SteadyDensity at(double temperature) {
    return new SteadyDensity(this, temperature);
  }

  /**
   * The basins of the effective potential at a temperature, 0 or above; where c is constant, the
   * same as those of the train loss. Values are relative to no fixed zero.
   */
  public List<Basin> wells(double temperature) {
    return landscape.noise().isConstant() ? wellsAtZero : wells(potential.at(temperature));
  }

  private List<Basin> wells(EffectivePotential at) {
    return basins(at, at::encloseClimb).all();
  }

  private Basins basins(Curve curve, Enclosed enclosed) {
    return FindBasins.of(curve, enclosed, landscape.from(), landscape.to());
  }

  /** Stretches of the domain where more minima of the train loss may lie than are told. */
  public List<Unproven> unproven() {
    return unproven;
  }

  /** Stretches of the domain where the quadrature does not resolve the landscape to 13 digits. */
  public List<Unproven> unresolved() {
    return unresolved;
  }

  /**
   * The effective potential at points of the domain, relative to its lowest value among them. Shape
   * as given.
   *
   * @param x not modified
   */
  public double[] potential(double temperature, double... x) {
    double[] values = new double[x.length];
    potential.at(temperature).values(x, values);
    double lowest = Arrays.stream(values).min().orElse(0);
    return Arrays.stream(values).map(value -> value - lowest).toArray();
  }

  /** The temperature at which the expected test loss is lowest. */
  public BestTemperature bestTemperature() {
    double highest = 0;
    for (int i = 0; i < grid.size(); i++) {
      highest = Math.max(highest, depths[grid.basin()[i]] + grid.rise()[i]);
    }
    int deepest = 0;
    for (int k = 0; k < depths.length; k++) {
      deepest = depths[k] < depths[deepest] ? k : deepest;
    }
    double atZero = landscape.test(basins.get(deepest).minimum());
    return BestTemperature.of(t -> at(t).testLoss(), 2 * highest, atZero);
  }

  /** Ends of the panels. Not to be modified. */
  double[] ends() {
    return ends;
  }

  EffectivePotential potential() {
    return potential;
  }

  GradedGrid grid() {
    return grid;
  }

  /** How far the minimum of a basin lies above the deepest one, in the potential at T = 0. */
  double depth(int basin) {
    return depths[basin];
  }

  /** How far the potential at T = 0 lies above its deepest minimum. */
  double rise(double x) {
    int k = 0;
    while (k < basins.size() - 1 && x > basins.get(k).to()) {
      k++;
    }
    return depths[k] + rises.get(k).at(x - basins.get(k).minimum());
  }

  private static double[] merged(double[] ends, double[] edges) {
    return DoubleStream.concat(Arrays.stream(ends), Arrays.stream(edges)).sorted().toArray();
  }

  private static List<DoubleUnaryOperator> resolved(LossLandscape landscape) {
    Curve train = landscape.train();
    Curve noise = landscape.noise();
    List<DoubleUnaryOperator> functions = new ArrayList<>();
    functions.add(train::slope);
    functions.add(train::value);
    functions.add(landscape::test);
    if (!noise.isConstant()) {
      functions.add(x -> 1 / noise.value(x));
      functions.add(x -> train.slope(x) / noise.value(x));
      functions.add(noise::slope);
    }
    return functions;
  }
}
