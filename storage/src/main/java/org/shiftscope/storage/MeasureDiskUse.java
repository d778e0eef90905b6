package org.shiftscope.storage;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Measures what results take on the disk: each once, when it is stored. */
final class MeasureDiskUse {

  private MeasureDiskUse() {}

  /** Keeps that of a trial's result, in the change that stores it. */
  static void store(Handle handle, String experiment, int number) {
    handle
        .createUpdate(
            """
            UPDATE result SET bytes = OCTET_LENGTH(body)
                + COALESCE((SELECT SUM(OCTET_LENGTH(numbers)) FROM curve
                    WHERE experiment = :experiment AND number = :number), 0)
                + COALESCE((SELECT SUM(OCTET_LENGTH(numbers)) FROM parameters
                    WHERE experiment = :experiment AND number = :number), 0)
              WHERE experiment = :experiment AND number = :number
            """)
        .bind("experiment", experiment)
        .bind("number", number)
        .execute();
  }

  /**
   * What an experiment takes, by what. Parameters, which are large, are not read for it.
   *
   * @param checkpoints bytes of its checkpoints, wherever they are kept
   */
  static DiskParts parts(Handle handle, ExperimentId experiment, long checkpoints) {
    return handle
        .createQuery(
            """
            SELECT
              (SELECT COALESCE(SUM(bytes), 0) FROM result WHERE experiment = :experiment) AS whole,
              (SELECT COALESCE(SUM(OCTET_LENGTH(body)), 0) FROM result
                  WHERE experiment = :experiment) AS results,
              (SELECT COALESCE(SUM(OCTET_LENGTH(numbers)), 0) FROM curve
                  WHERE experiment = :experiment) AS curves
            """)
        .bind("experiment", experiment.value())
        .map(
            (row, context) -> {
              long results = row.getLong("results");
              long curves = row.getLong("curves");
              return new DiskParts(
                  results,
                  curves,
                  Math.max(0, row.getLong("whole") - results - curves),
                  checkpoints);
            })
        .one();
  }

  /** The experiments that take the most, deleted ones included. */
  static List<DiskUse> largest(Handle handle, int limit) {
    return handle
        .createQuery(
            """
            SELECT experiment.id, experiment.title, experiment.deleted, most.bytes FROM experiment
              JOIN (SELECT experiment, SUM(bytes) AS bytes FROM result GROUP BY experiment
                  ORDER BY bytes DESC, experiment FETCH FIRST :limit ROWS ONLY) most
                ON most.experiment = experiment.id
              ORDER BY most.bytes DESC, experiment.id
            """)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new DiskUse(
                    new ExperimentId(row.getString("id")),
                    row.getString("title"),
                    InstantColumns.readOptional(row, "deleted"),
                    row.getLong("bytes")))
        .list();
  }
}
