package org.shiftscope.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jdbi.v3.core.Handle;

/** Reads tags, and versions of notes, of the experiments that are shown. */
record ReadLabels(Map<String, List<String>> tags, Map<String, Integer> notes) {

  static ReadLabels of(Handle handle, Collection<ExperimentId> ids) {
    List<String> values = ids.stream().map(ExperimentId::value).toList();
    if (values.isEmpty()) {
      return new ReadLabels(Map.of(), Map.of());
    }
    Map<String, List<String>> tags =
        handle
            .createQuery(
                "SELECT experiment, name FROM tag WHERE experiment IN (<ids>) ORDER BY name")
            .bindList("ids", values)
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    Map<String, Integer> notes =
        handle
            .createQuery(
                "SELECT experiment, MAX(version) FROM note WHERE experiment IN (<ids>)"
                    + " GROUP BY experiment")
            .bindList("ids", values)
            .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new ReadLabels(tags, notes);
  }

  Labels of(ReadExperiments.Row row) {
    return new Labels(
        tags.getOrDefault(row.id().value(), List.of()),
        row.favourite(),
        row.archived(),
        notes.getOrDefault(row.id().value(), 0),
        row.queueing());
  }

  /** Those of one experiment, in the order of the alphabet. */
  static List<String> tags(Handle handle, ExperimentId id) {
    return of(handle, List.of(id)).tags.getOrDefault(id.value(), List.of());
  }

  /** Every tag of an experiment that is not deleted, with how many have it, most used first. */
  static SequencedMap<String, Integer> all(Handle handle) {
    SequencedMap<String, Integer> all = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT tag.name, COUNT(*) AS many FROM tag"
                + " JOIN experiment ON experiment.id = tag.experiment"
                + " WHERE experiment.deleted IS NULL GROUP BY tag.name ORDER BY many DESC, tag.name")
        .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(each -> all.put(each.getKey(), each.getValue()));
    return all;
  }
}
