package org.shiftscope.compute.curvature;

import java.util.Arrays;
import org.shiftscope.compute.network.CurvedObjective;

/** A symmetric matrix that is only known by its products with vectors. */
public interface SymmetricOperator {

  /** Number of rows d. */
  int dimension();

  /**
   * Multiplies.
   *
   * @param v shape [d], not modified
   * @param product shape [d], overwritten
   */
  void times(double[] v, double[] product);

  /** A diagonal matrix with the entries 1 to d, whose products cost nothing. */
  static SymmetricOperator ascending(int dimension) {
    return new SymmetricOperator() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public void times(double[] v, double[] product) {
        Arrays.setAll(product, i -> (i + 1) * v[i]);
      }
    };
  }

  /** The Hessian of a loss at a point. {@code theta}: shape [d], not to be modified later. */
  static SymmetricOperator hessian(CurvedObjective loss, double[] theta) {
    return new SymmetricOperator() {
      @Override
      public int dimension() {
        return loss.dimension();
      }

      @Override
      public void times(double[] v, double[] product) {
        loss.hessianTimes(theta, v, product);
      }
    };
  }
}
