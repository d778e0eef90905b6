package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;

/**
 * Finds the experiments that a request names together: {@code ?experiments=id,id}.
 *
 * @param experiments all
 * @param fewest how many it must name
 * @param most how many it may
 */
record FindAsked(Experiments experiments, int fewest, int most) {

  static final String FIELD = "experiments";

  /**
   * The experiments in the order in which they are named, each once, with their specs.
   *
   * @throws InvalidSpec where there are too few or too many, or one cannot be read
   */
  SequencedMap<ExperimentSummary, ExperimentSpec> in(Context request) {
    List<String> ids =
        Stream.of(Optional.ofNullable(request.queryParam(FIELD)).orElse("").split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    if (ids.size() < fewest || ids.size() > most) {
      throw InvalidSpec.of(
          List.of(
              new Problem(
                  FIELD,
                  "must be "
                      + fewest
                      + " to "
                      + most
                      + " ids of experiments, with commas between them",
                  ids.isEmpty() ? "" : ids.size() + " of them")));
    }
    SequencedMap<ExperimentSummary, ExperimentSpec> found = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      find(ids.get(i), field(i), found, problems);
    }
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return found;
  }

  /** The place of one in the list, in problems. */
  static String field(int index) {
    return FIELD + "[" + index + "]";
  }

  private void find(
      String id,
      String field,
      SequencedMap<ExperimentSummary, ExperimentSpec> found,
      List<Problem> problems) {
    Optional<Experiment> experiment = ExperimentId.parse(id).flatMap(experiments::find);
    if (experiment.isEmpty()) {
      problems.add(new Problem(field, "must be the id of an experiment of this server", id));
    } else if (experiment.get().summary().deleted().isPresent()) {
      problems.add(new Problem(field, "must not be deleted: restore it first", id));
    } else {
      switch (experiment.get().document()) {
        case Document.Readable<ExperimentSpec>(ExperimentSpec spec) ->
            found.put(experiment.get().summary(), spec);
        case Document.Unreadable<ExperimentSpec> _ ->
            problems.add(new Problem(field, "must be an experiment whose spec can be read", id));
      }
    }
  }
}
