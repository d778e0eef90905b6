package org.shiftscope.compute.spec;

/** The points of a trial whose parameters are kept with its result. */
public enum NamedPoint implements Named {
  /** Where SGD starts. */
  INITIAL("initial", "Initial point"),
  /** Where SGD ends. */
  SGD_END("sgd-end", "End of SGD"),
  /** θ_tr, the refined point of the train loss. */
  TRAIN_POINT("train-point", "Train point"),
  /** θ_te, the refined point of the test loss. */
  TEST_POINT("test-point", "Test point");

  private final String id;
  private final String title;

  NamedPoint(String id, String title) {
    this.id = id;
    this.title = title;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }
}
