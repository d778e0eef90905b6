package org.shiftscope.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Variants;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what {@link StoreResult} wrote. */
final class ReadResults {

  private static final int AT_ONCE = 500;

  private ReadResults() {}

  /** The results of some trials of an experiment, by their numbers. */
  static Map<Integer, Document<TrialResult>> of(
      Handle handle, ExperimentId id, Collection<Integer> numbers) {
    return each(handle, id, numbers, Stored::read);
  }

  /** The same as they are stored, with their curves. */
  static Map<Integer, StoredDocument> documents(
      Handle handle, ExperimentId id, Collection<Integer> numbers) {
    return each(handle, id, numbers, Stored::whole);
  }

  private static <T> Map<Integer, T> each(
      Handle handle,
      ExperimentId id,
      Collection<Integer> numbers,
      BiFunction<Stored, List<Curve>, T> as) {
    List<Integer> wanted = List.copyOf(numbers);
    Map<Integer, T> results = new HashMap<>();
    for (int first = 0; first < wanted.size(); first += AT_ONCE) {
      List<Integer> part = wanted.subList(first, Math.min(first + AT_ONCE, wanted.size()));
      Map<Integer, List<Curve>> curves = curves(handle, id, part);
      select(
              handle,
              "number, format, version, outcome, sentence, body FROM result",
              id,
              part,
              (row, context) -> Stored.of(row))
          .forEach(
              stored ->
                  results.put(
                      stored.number(),
                      as.apply(stored, curves.getOrDefault(stored.number(), List.of()))));
    }
    return results;
  }

  private static Map<Integer, List<Curve>> curves(
      Handle handle, ExperimentId id, List<Integer> numbers) {
    Map<Integer, List<Curve>> curves = new HashMap<>();
    select(
            handle,
            "number, path, size, numbers FROM curve",
            id,
            numbers,
            (row, context) ->
                Map.entry(
                    row.getInt("number"),
                    new Curve(row.getString("path"), row.getInt("size"), row.getBytes("numbers"))))
        .forEach(
            entry ->
                curves
                    .computeIfAbsent(entry.getKey(), number -> new ArrayList<>())
                    .add(entry.getValue()));
    return curves;
  }

  private static <T> ResultIterable<T> select(
      Handle handle, String columns, ExperimentId id, List<Integer> numbers, RowMapper<T> mapper) {
    return handle
        .createQuery(
            "SELECT " + columns + " WHERE experiment = :experiment AND number IN (<trials>)")
        .bind("experiment", id.value())
        .bindList("trials", numbers)
        .map(mapper);
  }

  /** A long series as it is stored. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Curve(String path, int size, byte[] packed) {}

  /** A result as it is stored, without its curves. */
  private record Stored(int number, StoredDocument document, String outcome, String sentence) {

    static Stored of(ResultSet row) throws SQLException {
      return new Stored(
          row.getInt("number"),
          new StoredDocument(row.getString("format"), row.getInt("version"), row.getString("body")),
          row.getString(StoreResult.OUTCOME),
          row.getString(StoreResult.SENTENCE));
    }

    Document<TrialResult> read(List<Curve> curves) {
      return document.read(
          Variants.of(TrialResult.class), json -> ResultJson.fromJson(whole(json, curves)));
    }

    StoredDocument whole(List<Curve> curves) {
      ObjectNode json = JsonMapper.shared().readTree(document.json()).asObject();
      return new StoredDocument(
          document.format(), document.version(), whole(json, curves).toString());
    }

    private ObjectNode whole(ObjectNode json, List<Curve> curves) {
      json.put(StoreResult.OUTCOME, outcome).put(StoreResult.SENTENCE, sentence);
      Map<String, double[]> unpacked = new HashMap<>();
      curves.forEach(
          curve -> unpacked.put(curve.path(), PackNumbers.unpack(curve.packed(), curve.size())));
      SplitCurves.putBack(json, unpacked);
      return json;
    }
  }
}
