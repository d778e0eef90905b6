package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;

/** What is looked at in two coordinates. */
@ToldBy(value = "of", whenMissing = TrialSubject.OF)
public sealed interface InvarianceSubject permits TrialSubject, LandscapeSubject {

  /** The temperatures of the trials. */
  Temperatures temperatures();

  /** The seeds of the trials. */
  Seeds seeds();

  /** The dataset that it reads; empty where it needs none. */
  default Optional<DatasetSpec> dataset() {
    return Optional.empty();
  }

  /** The points of other trials that it looks at. */
  default List<TrialInput> inputs() {
    return List.of();
  }

  /** Why it cannot look at the trials of an experiment; empty where it can. */
  default Optional<String> refuse(ExperimentSpec source) {
    return Optional.empty();
  }
}
