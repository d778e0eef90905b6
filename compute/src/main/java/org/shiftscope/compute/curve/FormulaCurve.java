package org.shiftscope.compute.curve;

import org.shiftscope.compute.formula.Formula;
import org.shiftscope.compute.formula.Interval;

/** A person's formula in one variable. */
public final class FormulaCurve implements Curve {

  private final Formula formula;
  private final Formula slope;
  private final Formula curvature;

  /**
   * A curve.
   *
   * @param formula in one variable
   */
  public FormulaCurve(Formula formula) {
    if (formula.variables().size() != 1) {
      throw new IllegalArgumentException("a curve has one variable, not " + formula.variables());
    }
    this.formula = formula;
    this.slope = formula.derivativeBy(formula.variables().getFirst());
    this.curvature = slope.derivativeBy(formula.variables().getFirst());
  }

  @Override
  public double[] derivatives(int order, double x) {
    return formula.derivatives(order, x);
  }

  @Override
  public void values(double[] x, double[] into) {
    formula.values(new double[][] {x}, into);
  }

  @Override
  public void slopes(double[] x, double[] into) {
    slope.values(new double[][] {x}, into);
  }

  @Override
  public Interval enclose(int order, Interval x) {
    return switch (order) {
      case 0 -> formula.enclose(x);
      case 1 -> slope.enclose(x);
      case 2 -> curvature.enclose(x);
      default -> throw new IllegalArgumentException("no enclosure of order " + order);
    };
  }

  @Override
  public double value(double x) {
    return formula.value(x);
  }

  @Override
  public double slope(double x) {
    return slope.value(x);
  }

  @Override
  public boolean isConstant() {
    return formula.isConstant();
  }
}
