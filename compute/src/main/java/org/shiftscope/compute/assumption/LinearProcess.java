package org.shiftscope.compute.assumption;

import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.shiftscope.compute.formula.Formula;
import org.shiftscope.compute.process.Lyapunov;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;

/**
 * The Ornstein-Uhlenbeck process dθ = −H(θ − θ*) dt + √(T C) dW of a quadratic loss and a constant
 * C. Its steady state is N(θ*, Σ) with HΣ + ΣH = T C, and its current J = (−H + (T/2) C Σ⁻¹)(θ −
 * θ*) p(θ), which is 0 only where C and H commute (Gardiner, Handbook of Stochastic Methods, 3rd
 * ed., Section 5.3.3).
 */
final class LinearProcess {

  private static final double ROUNDING = 1e-9;
  private static final int CHECKED_POINTS = 11;

  private final RealVector minimum;
  private final RealMatrix inverse;
  private final RealMatrix covariance;
  private final RealMatrix velocity;

  private LinearProcess(RealMatrix h, RealVector minimum, RealMatrix noise) {
    this.minimum = minimum;
    covariance = Lyapunov.solve(h, noise);
    inverse = MatrixUtils.inverse(covariance);
    velocity = noise.scalarMultiply(0.5).multiply(inverse).subtract(h);
  }

  /** The process; empty where the loss is not a strictly convex quadratic or C not constant. */
  static Optional<LinearProcess> of(Formulas formulas, double temperature) {
    PlaneField field = new PlaneField(formulas);
    double[][] points = formulas.domain().points(CHECKED_POINTS);
    String[] second = {"xx", "xy", "yy"};
    double[] hessian = new double[second.length];
    double[] noise = new double[second.length];
    Formula[] c = {field.c11(""), field.c12(""), field.c22("")};
    for (int i = 0; i < second.length; i++) {
      Optional<Double> curvature = constant(field.loss(second[i]), points);
      Optional<Double> covariance = constant(c[i], points);
      if (curvature.isEmpty() || covariance.isEmpty()) {
        return Optional.empty();
      }
      hessian[i] = curvature.get();
      noise[i] = covariance.get() * temperature;
    }
    if (!(hessian[0] > 0 && hessian[0] * hessian[2] > hessian[1] * hessian[1])) {
      return Optional.empty();
    }
    RealMatrix h = symmetric(hessian);
    double[] start = {points[0][0], points[1][0]};
    RealVector gradient =
        new ArrayRealVector(
            new double[] {field.loss("x").value(start), field.loss("y").value(start)});
    RealVector minimum =
        new ArrayRealVector(start).subtract(new LUDecomposition(h).getSolver().solve(gradient));
    return Optional.of(new LinearProcess(h, minimum, symmetric(noise)));
  }

  /** J at a point, shape [2]. */
  double[] current(double x, double y) {
    RealVector delta = new ArrayRealVector(new double[] {x, y}).subtract(minimum);
    return velocity.operate(delta).mapMultiply(density(delta)).toArray();
  }

  /** E(x v_y − y v_x): twice the antisymmetric part of −HΣ + (T/2) C. */
  double rotation() {
    RealMatrix product = velocity.multiply(covariance);
    return product.getEntry(1, 0) - product.getEntry(0, 1);
  }

  private double density(RealVector delta) {
    double determinant = new LUDecomposition(covariance).getDeterminant();
    return Math.exp(-delta.dotProduct(inverse.operate(delta)) / 2)
        / (2 * Math.PI * Math.sqrt(determinant));
  }

  private static Optional<Double> constant(Formula formula, double[][] points) {
    double[] values = new double[points[0].length];
    formula.values(points, values);
    for (double value : values) {
      if (!(Math.abs(value - values[0]) <= ROUNDING * Math.max(1, Math.abs(values[0])))) {
        return Optional.empty();
      }
    }
    return Optional.of(values[0]);
  }

  private static RealMatrix symmetric(double[] entries) {
    return new Array2DRowRealMatrix(
        new double[][] {{entries[0], entries[1]}, {entries[1], entries[2]}});
  }
}
