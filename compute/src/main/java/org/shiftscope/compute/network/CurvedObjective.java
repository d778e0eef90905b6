package org.shiftscope.compute.network;

import java.util.List;

/** An objective whose Hessian H can be multiplied by a vector, without the Hessian itself. */
public interface CurvedObjective extends Objective {

  /**
   * H v at a point, exactly: where the function has kinks, of the piece that the point is on.
   *
   * @param theta shape [d], not modified
   * @param v shape [d], not modified
   * @param product shape [d], overwritten with H v
   */
  void hessianTimes(double[] theta, double[] v, double[] product);

  /**
   * H v at one point for several v.
   *
   * @param theta shape [d], not modified
   * @param vs shape [d] each, not modified
   * @return a fresh product for each, shape [d], the same bits as one by one
   */
  default List<double[]> hessianTimes(double[] theta, List<double[]> vs) {
    return vs.stream()
        .map(
            v -> {
              double[] product = new double[theta.length];
              hessianTimes(theta, v, product);
              return product;
            })
        .toList();
  }
}
