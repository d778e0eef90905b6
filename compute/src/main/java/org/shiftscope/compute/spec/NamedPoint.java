package org.shiftscope.compute.spec;

/** The points of a trial whose parameters are kept with its result. */
public enum NamedPoint implements Named {
  /** Where SGD starts. */
  INITIAL("Initial point"),
  /** Where SGD ends. */
  SGD_END("End of SGD"),
  /** θ_tr, the refined point of the train loss. */
  TRAIN_POINT("Train point"),
  /** θ_te, the refined point of the test loss. */
  TEST_POINT("Test point");

  private final String title;

  NamedPoint(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
