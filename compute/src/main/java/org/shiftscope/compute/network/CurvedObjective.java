package org.shiftscope.compute.network;

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
}
