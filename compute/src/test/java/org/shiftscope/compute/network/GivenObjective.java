package org.shiftscope.compute.network;

/** An objective by its formula. */
public final class GivenObjective {

  private GivenObjective() {}

  /** A value and its gradient. */
  public interface Formula {
    /**
     * The value.
     *
     * @param theta shape [d], not modified
     * @param gradient shape [d], overwritten
     */
    double valueAndGradient(double[] theta, double[] gradient);
  }

  /** The objective of some numbers. */
  public static Objective of(int dimension, Formula formula) {
    return new Objective() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public double valueAndGradient(double[] theta, double[] gradient) {
        return formula.valueAndGradient(theta, gradient);
      }
    };
  }
}
