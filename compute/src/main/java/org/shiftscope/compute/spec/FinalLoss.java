package org.shiftscope.compute.spec;

/** Which loss the median over the last steps is taken of. */
public enum FinalLoss implements Named {
  /** Of all train and of all test samples, after each of the steps. */
  WHOLE("Whole train and test loss"),
  /** Of each step's minibatch, before the step; the test loss at the end alone. */
  MINIBATCH("Minibatch train loss");

  private final String title;

  FinalLoss(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
