package org.shiftscope.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import tools.jackson.databind.json.JsonMapper;

/** Reads experiments, without their trials. */
final class ReadExperiments {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SELECT =
      "SELECT id, spec, state, submitted, started, ended FROM experiment";

  private ReadExperiments() {}

  /** Those not deleted, the newest first. */
  static List<Row> listed(Handle handle) {
    return handle
        .createQuery(SELECT + " WHERE deleted IS NULL ORDER BY place DESC")
        .map((row, context) -> experiment(row))
        .list();
  }

  static Optional<Row> find(Handle handle, ExperimentId id) {
    return handle
        .createQuery(SELECT + " WHERE id = :id")
        .bind("id", id.value())
        .map((row, context) -> experiment(row))
        .findOne();
  }

  static ExperimentSpec spec(Handle handle, ExperimentId id) {
    return find(handle, id).orElseThrow().spec();
  }

  private static Row experiment(ResultSet row) throws SQLException {
    return new Row(
        new ExperimentId(row.getString("id")),
        ReadSpec.from(JSON.readTree(row.getString("spec"))),
        Names.find(ExperimentState.values(), row.getString("state")),
        SpeakInstants.read(row, "submitted"),
        SpeakInstants.readOptional(row, "started"),
        SpeakInstants.readOptional(row, "ended"));
  }

  /** An experiment as it stands in its table: {@link Experiment} without the progress. */
  record Row(
      ExperimentId id,
      ExperimentSpec spec,
      ExperimentState state,
      Instant submitted,
      Optional<Instant> started,
      Optional<Instant> ended) {

    Experiment with(Experiment.Progress progress) {
      return new Experiment(id, spec, state, submitted, started, ended, progress);
    }
  }
}
