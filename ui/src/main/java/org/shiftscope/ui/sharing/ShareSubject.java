package org.shiftscope.ui.sharing;

import org.shiftscope.compute.spec.Named;

/** What a share can be of. */
public enum ShareSubject implements Named {
  /** An experiment with all its figures, tables and trials. */
  EXPERIMENT("experiment", "Experiment", 1, 1),
  /** One trial of an experiment. */
  TRIAL("trial", "Trial", 1, 1),
  /** Experiments compared at equal temperature. */
  COMPARISON("comparison", "Comparison", 2, 8),
  /** The paper's claims, judged by experiments. */
  CLAIMS("claims", "Claims", 1, 20);

  private final String id;
  private final String title;
  private final int fewest;
  private final int most;

  ShareSubject(String id, String title, int fewest, int most) {
    this.id = id;
    this.title = title;
    this.fewest = fewest;
    this.most = most;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  /** Of how many experiments it is at least. */
  public int fewest() {
    return fewest;
  }

  /** Of how many experiments it is at most. */
  public int most() {
    return most;
  }
}
