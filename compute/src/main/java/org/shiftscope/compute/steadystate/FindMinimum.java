package org.shiftscope.compute.steadystate;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.model.TrainLoss;

/**
 * Newton's method with Levenberg's damping, down to a gradient of {@value #TOLERANCE}: the Hessian
 * plus μ I, with μ raised until it is positive definite and the loss falls.
 */
final class FindMinimum {

  static final double TOLERANCE = 1e-9;
  private static final int MOST_STEPS = 2_000;
  private static final double MOST_DAMPING = 1e12;

  private FindMinimum() {}

  /** The minimum near a point, shape [d]; empty where none was reached. */
  static Optional<double[]> from(TrainLoss loss, double[] start) {
    double[] theta = start.clone();
    double damping = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = loss.gradient(theta);
      if (Math.sqrt(Vectors.dot(gradient, gradient)) <= TOLERANCE) {
        return positiveDefinite(loss.hessian(theta)) ? Optional.of(theta) : Optional.empty();
      }
      RealMatrix hessian = loss.hessian(theta);
      double value = loss.value(theta);
      boolean moved = false;
      while (!moved && damping <= MOST_DAMPING) {
        Optional<double[]> next = step(hessian, gradient, damping, theta);
        // Near the minimum the loss cannot fall any more by more than its last digits.
        moved = next.isPresent() && loss.value(next.get()) <= value + 1e-14 * Math.abs(value);
        if (moved) {
          theta = next.orElseThrow();
          damping = damping < 1e-8 ? 0 : damping / 10;
        } else {
          damping = Math.max(1e-6, damping * 10);
        }
      }
      if (!moved) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<double[]> step(
      RealMatrix hessian, double[] gradient, double damping, double[] theta) {
    RealMatrix damped =
        hessian.add(MatrixUtils.createRealIdentityMatrix(theta.length).scalarMultiply(damping));
    try {
      double[] newton =
          new CholeskyDecomposition(damped, 1e-6, 0)
              .getSolver()
              .solve(MatrixUtils.createRealVector(gradient))
              .toArray();
      double[] next = new double[theta.length];
      Arrays.setAll(next, i -> theta[i] - newton[i]);
      return Optional.of(next);
    } catch (MathIllegalArgumentException indefinite) {
      return Optional.empty();
    }
  }

  private static boolean positiveDefinite(RealMatrix hessian) {
    try {
      var unused = new CholeskyDecomposition(hessian, 1e-6, 0);
      return true;
    } catch (MathIllegalArgumentException indefinite) {
      return false;
    }
  }
}
