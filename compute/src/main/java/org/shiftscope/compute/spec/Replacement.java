package org.shiftscope.compute.spec;

/** How minibatches are drawn from the samples. */
public enum Replacement implements Named {
  /** Each sample of a batch is drawn from all: what the theory of SGD's noise is about. */
  WITH("With replacement"),
  /**
   * Each epoch goes once through all samples in a fresh random order, the last partial batch
   * dropped: what training does. The noise of an epoch's batches nearly cancels.
   */
  WITHOUT("Without replacement, shuffled each epoch");

  private final String title;

  Replacement(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
