package org.shiftscope.compute.network;

/** A smooth function of the parameters to descend on. */
public interface Objective {

  /** Number of parameters d. */
  int dimension();

  /**
   * The value and the gradient at a point.
   *
   * @param theta shape [d], not modified
   * @param gradient shape [d], overwritten
   * @return the value; not finite where the function is not
   */
  double valueAndGradient(double[] theta, double[] gradient);
}
