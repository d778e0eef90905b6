package org.shiftscope.compute.descent;

/** A descent whose loss left the finite numbers. A trial turns it into a result. */
public final class Divergence extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long step;

  /**
   * At a step.
   *
   * @param step from 1
   */
  public Divergence(long step) {
    super("The loss left the finite numbers at step " + step + ".");
    this.step = step;
  }

  /** The step, or the gradient of a refinement, at which it was seen; from 1. */
  public long step() {
    return step;
  }
}
