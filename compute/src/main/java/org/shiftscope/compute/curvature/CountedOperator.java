package org.shiftscope.compute.curvature;

/** A symmetric operator that counts its products. */
final class CountedOperator implements SymmetricOperator {

  private final SymmetricOperator operator;
  private final Runnable listener;
  private long products;

  /**
   * Wraps.
   *
   * @param listener called after each product
   */
  CountedOperator(SymmetricOperator operator, Runnable listener) {
    this.operator = operator;
    this.listener = listener;
  }

  @Override
  public int dimension() {
    return operator.dimension();
  }

  @Override
  public void times(double[] v, double[] product) {
    operator.times(v, product);
    products++;
    listener.run();
  }

  long products() {
    return products;
  }
}
