package org.shiftscope.compute.stage;

/** A trial stopped because its watch asked for it. */
public final class TrialCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TrialCancelled() {
    super("The trial was cancelled.");
  }
}
