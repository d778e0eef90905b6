package org.shiftscope.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what {@link StoreResult} wrote. */
final class ReadResults {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ReadResults() {}

  /** The results of an experiment by the numbers of their trials. */
  static Map<Integer, TrialResult> of(Handle handle, ExperimentId id) {
    Map<Integer, Map<String, double[]>> curves = curves(handle, id);
    Map<Integer, TrialResult> results = new HashMap<>();
    handle
        .createQuery(
            "SELECT number, outcome, sentence, body FROM result WHERE experiment = :experiment")
        .bind("experiment", id.value())
        .map((row, context) -> Map.entry(row.getInt("number"), body(row)))
        .forEach(
            result -> {
              SplitCurves.putBack(
                  result.getValue(), curves.getOrDefault(result.getKey(), Map.of()));
              results.put(result.getKey(), ResultJson.fromJson(result.getValue()));
            });
    return results;
  }

  private static ObjectNode body(ResultSet row) throws SQLException {
    return JSON.readTree(row.getString("body"))
        .asObject()
        .put(StoreResult.OUTCOME, row.getString("outcome"))
        .put(StoreResult.SENTENCE, row.getString("sentence"));
  }

  private static Map<Integer, Map<String, double[]>> curves(Handle handle, ExperimentId id) {
    Map<Integer, Map<String, double[]>> curves = new HashMap<>();
    handle
        .createQuery("SELECT number, path, size, numbers FROM curve WHERE experiment = :experiment")
        .bind("experiment", id.value())
        .map(
            (row, context) -> {
              double[] numbers = PackNumbers.unpack(row.getBytes("numbers"), row.getInt("size"));
              curves
                  .computeIfAbsent(row.getInt("number"), number -> new HashMap<>())
                  .put(row.getString("path"), numbers);
              return numbers.length;
            })
        .list();
    return curves;
  }
}
