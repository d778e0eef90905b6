package org.shiftscope.storage;

import java.util.Optional;
import java.util.Set;

/**
 * Which experiments a list shows, the newest first.
 *
 * @param text words that all stand in an experiment's title, id, state, or in a name in its spec,
 *     such as that of its dataset; empty for any
 * @param state only those in this state
 * @param kinds only those of these kinds; empty for any
 * @param outcomes only those with a trial that has one of these outcomes, by their names in JSON;
 *     empty for any
 * @param deleted whether to show the deleted ones, or those that are not
 * @param archived of those that are not deleted, whether to show the archived ones, or the others
 */
public record ExperimentQuery(
    String text,
    Optional<ExperimentState> state,
    Set<String> kinds,
    Set<String> outcomes,
    boolean deleted,
    boolean archived) {

  public ExperimentQuery {
    kinds = Set.copyOf(kinds);
    outcomes = Set.copyOf(outcomes);
  }

  /** Whatever the outcomes of their trials are. */
  public ExperimentQuery(
      String text, Optional<ExperimentState> state, Optional<String> kind, boolean deleted) {
    this(text, state, kind.map(Set::of).orElse(Set.of()), Set.of(), deleted, false);
  }

  /** All that are not deleted. */
  public static final ExperimentQuery ALL =
      new ExperimentQuery("", Optional.empty(), Optional.empty(), false);
}
