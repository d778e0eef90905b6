package org.shiftscope.storage;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What the database holds: the last event, and how many rows of each table that keeps what a person
 * or a trial brought.
 */
record Holdings(
    long lastEvent, long experiments, long trials, long results, long curves, long parameters) {

  static final Holdings NOTHING = new Holdings(0, 0, 0, 0, 0, 0);

  /** Those of now: none of these counts reads rows. */
  static Holdings in(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT COALESCE((SELECT MAX(sequence) FROM event), 0) AS event,
              (SELECT COUNT(*) FROM experiment) AS experiments, (SELECT COUNT(*) FROM trial) AS trials,
              (SELECT COUNT(*) FROM result) AS results, (SELECT COUNT(*) FROM curve) AS curves,
              (SELECT COUNT(*) FROM parameters) AS parameters
            """)
        .map(
            (row, context) ->
                new Holdings(
                    row.getLong("event"),
                    row.getLong("experiments"),
                    row.getLong("trials"),
                    row.getLong("results"),
                    row.getLong("curves"),
                    row.getLong("parameters")))
        .one();
  }

  /** What both hold at least. */
  Holdings least(Holdings other) {
    return new Holdings(
        Math.min(lastEvent, other.lastEvent),
        Math.min(experiments, other.experiments),
        Math.min(trials, other.trials),
        Math.min(results, other.results),
        Math.min(curves, other.curves),
        Math.min(parameters, other.parameters));
  }

  /** What of this is missing in others, a clause for each. */
  List<String> missingIn(Holdings found) {
    List<String> missing = new ArrayList<>();
    compare(missing, "experiments", experiments, found.experiments);
    compare(missing, "trials", trials, found.trials);
    compare(missing, "results", results, found.results);
    compare(missing, "curves of results", curves, found.curves);
    compare(missing, "parts of parameters", parameters, found.parameters);
    if (missing.isEmpty() && found.lastEvent < lastEvent) {
      missing.add(
          "it ends at event " + found.lastEvent + ", where event " + lastEvent + " was told");
    }
    return missing;
  }

  private static void compare(List<String> missing, String what, long least, long found) {
    if (found < least) {
      missing.add(found + " of " + least + " " + what + " are there");
    }
  }
}
