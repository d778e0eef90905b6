package org.shiftscope.compute.landscape;

import java.util.function.DoubleUnaryOperator;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.formula.Interval;

/**
 * The effective potential v = ∫ L′/c dx + (T/2) ln c (Eq. 5 where C = c(x)), up to a constant. At T
 * = 0 it is the part that does not depend on the temperature, and L/c where c is constant.
 */
final class EffectivePotential implements Curve {

  private final LossLandscape landscape;
  private final DoubleUnaryOperator climb;
  private final double temperature;

  private EffectivePotential(
      LossLandscape landscape, DoubleUnaryOperator climb, double temperature) {
    this.landscape = landscape;
    this.climb = climb;
    this.temperature = temperature;
  }

  /**
   * The potential at T = 0.
   *
   * @param ends panels on which L′/c is resolved
   */
  static EffectivePotential of(LossLandscape landscape, double[] ends) {
    Curve noise = landscape.noise();
    if (noise.isConstant()) {
      double c = noise.value(landscape.from());
      return new EffectivePotential(landscape, x -> landscape.train().value(x) / c, 0);
    }
    return new EffectivePotential(
        landscape, new Antiderivative(x -> landscape.train().slope(x) / noise.value(x), ends), 0);
  }

  /** The potential at a temperature. */
  EffectivePotential at(double newTemperature) {
    return new EffectivePotential(landscape, climb, newTemperature);
  }

  @Override
  public double value(double x) {
    double rise = climb.applyAsDouble(x);
    return temperature == 0 ? rise : rise + temperature / 2 * Math.log(landscape.noise().value(x));
  }

  @Override
  public double slope(double x) {
    return (landscape.train().slope(x) + temperature / 2 * landscape.noise().slope(x))
        / landscape.noise().value(x);
  }

  @Override
  public void values(double[] x, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = value(x[i]);
    }
  }

  @Override
  public void slopes(double[] x, double[] into) {
    landscape.train().slopes(x, into);
    if (temperature != 0 && !landscape.noise().isConstant()) {
      double[] noiseSlopes = new double[into.length];
      landscape.noise().slopes(x, noiseSlopes);
      for (int i = 0; i < into.length; i++) {
        into[i] += temperature / 2 * noiseSlopes[i];
      }
    }
    double[] noise = new double[into.length];
    landscape.noise().values(x, noise);
    for (int i = 0; i < into.length; i++) {
      into[i] /= noise[i];
    }
  }

  /**
   * Of L + (T/2) c, whose slope has the sign of this one's everywhere, since c is above 0: that is
   * all that a search for minima asks.
   */
  Interval encloseClimb(int order, Interval x) {
    Interval train = landscape.train().enclose(order, x);
    return temperature == 0 || landscape.noise().isConstant()
        ? train
        : train.plus(landscape.noise().enclose(order, x).times(Interval.of(temperature / 2)));
  }

  @Override
  public Interval enclose(int order, Interval x) {
    if (order != 1) {
      throw new IllegalArgumentException("no enclosure of order " + order);
    }
    return encloseClimb(1, x).over(landscape.noise().enclose(0, x));
  }

  /** By division of the Taylor series of L′ + (T/2) c′ by that of c. */
  @Override
  public double[] derivatives(int order, double x) {
    double[] train = landscape.train().derivatives(order, x);
    double[] noise = landscape.noise().derivatives(order, x);
    double[] result = new double[order + 1];
    result[0] = value(x);
    double[] quotient = new double[order];
    double factorial = 1;
    for (int n = 0; n < order; n++) {
      factorial *= Math.max(n, 1);
      double coefficient = (train[n + 1] + temperature / 2 * noise[n + 1]) / factorial;
      double noiseFactorial = 1;
      for (int j = 1; j <= n; j++) {
        noiseFactorial *= j;
        coefficient -= noise[j] / noiseFactorial * quotient[n - j];
      }
      quotient[n] = coefficient / noise[0];
      result[n + 1] = quotient[n] * factorial;
    }
    return result;
  }
}
