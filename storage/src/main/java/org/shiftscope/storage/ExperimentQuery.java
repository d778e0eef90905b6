package org.shiftscope.storage;

import java.util.Optional;

/**
 * Which experiments a list shows, the newest first.
 *
 * @param text words that all stand in an experiment's title, id, state, or in a name in its spec,
 *     such as that of its dataset; empty for any
 * @param state only those in this state
 * @param kind only those of this kind
 * @param deleted whether to show the deleted ones, or those that are not
 */
public record ExperimentQuery(
    String text, Optional<ExperimentState> state, Optional<String> kind, boolean deleted) {

  /** All that are not deleted. */
  public static final ExperimentQuery ALL =
      new ExperimentQuery("", Optional.empty(), Optional.empty(), false);
}
