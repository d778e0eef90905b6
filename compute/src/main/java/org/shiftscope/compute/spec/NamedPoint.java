package org.shiftscope.compute.spec;

import java.util.Set;

/** The points of a trial whose parameters are kept with its result. */
public enum NamedPoint implements Named {
  /** Where SGD starts. */
  INITIAL("Initial point"),
  /** Where SGD ends. */
  SGD_END("End of SGD"),
  /** θ_tr, the refined point of the train loss. */
  TRAIN_POINT("Train point"),
  /** θ_te, the refined point of the test loss. */
  TEST_POINT("Test point"),
  /** No point, but many: the iterates of a window, where they are kept. */
  ITERATES("Iterates");

  /** Those that a trial with refined points reaches, whatever else it does. */
  static final Set<NamedPoint> REFINED = Set.of(INITIAL, SGD_END, TRAIN_POINT, TEST_POINT);

  private final String title;

  NamedPoint(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
