package org.shiftscope.server.rest;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What REST answers of experiments of this process, without HTTP: for the command line.
 *
 * @param experiments the front door
 */
public record LocalAnswers(Experiments experiments) {

  /** As {@code GET /api/experiments/{id}}. */
  public ObjectNode experiment(ExperimentId id) {
    return ExperimentJson.whole(find(id), "");
  }

  /** As {@code GET /api/experiments/{id}/results}. */
  public JsonNode results(ExperimentId id) {
    Experiment experiment = find(id);
    List<Trial> trials = experiments.trials(id);
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id.value())
            .put("state", experiment.state().id());
    ArrayNode each = json.putArray("trials");
    trials.forEach(trial -> each.add(TrialJson.of(experiment.spec(), trial)));
    return JsonMapper.shared().readTree(json.toString()); // as a client reads it
  }

  /** As {@code GET /api/experiments/{id}/findings}. */
  public ObjectNode findings(ExperimentId id, ExperimentSpec spec) {
    return new ShowFindings(new FindExperiment(experiments), new FindIncluded(experiments))
        .json(find(id), spec, Include.COUNTED);
  }

  /** The problem that REST answers a wrong spec with. */
  public static ObjectNode problem(InvalidSpec invalid) {
    return MapErrors.of(invalid).json("", Optional.empty());
  }

  private Experiment find(ExperimentId id) {
    return experiments.find(id).orElseThrow();
  }
}
