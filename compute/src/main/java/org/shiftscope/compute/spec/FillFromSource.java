package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills what the JSON of a spec leaves to the trial that it looks at, before its laws are checked:
 * a spec says everything that decides its numbers, and a person need not type it again.
 */
final class FillFromSource {

  private static final String SUBJECT = "subject";
  private static final String FIELD = "subject.source.experiment";

  private FillFromSource() {}

  /**
   * Fills.
   *
   * @param stored an experiment by its id; empty where there is none, or none that can be read
   * @return the same JSON, or a copy with more in it
   * @throws InvalidSpec where it names an experiment that is not there
   */
  static JsonNode fill(JsonNode json, Function<String, Optional<ExperimentSpec>> stored) {
    JsonNode subject = json.path(SUBJECT);
    JsonNode experiment = subject.path("source").path("experiment");
    if (!json.path("kind").asString("").equals(Invariance.KIND)
        || !subject.isObject()
        || !experiment.isString()) {
      return json;
    }
    ExperimentSpec source =
        stored
            .apply(experiment.asString())
            .orElseThrow(() -> refusal("must be an experiment that is there", experiment));
    if (!TrialSubject.keepsPoints(source)) {
      throw refusal(TrialSubject.NO_SUCH_KIND, experiment);
    }
    JsonNode trial = subject.path("source").path("trial");
    if (!trial.canConvertToInt() || trial.asInt() < 0) {
      return json; // told by the field's own law
    }
    if (trial.asInt() >= source.trialCount()) {
      throw InvalidSpec.of(
          List.of(
              new Problem(
                  "subject.source.trial",
                  "must be a trial of that experiment, 0 to " + (source.trialCount() - 1),
                  trial.toString())));
    }
    ObjectNode filled = json.deepCopy().asObject();
    TrialSubject.fill(filled.get(SUBJECT).asObject(), trial.asInt(), source);
    return filled;
  }

  private static InvalidSpec refusal(String law, JsonNode experiment) {
    String chosen = experiment.asString();
    return chosen.equals(SourceTrial.TO_BE_CHOSEN)
        ? InvalidSpec.of(
            List.of(
                new Problem(
                    FIELD,
                    "must be chosen: press Check invariance on the page of a finished trial, or"
                        + " take the id from the address of its page",
                    "")))
        : InvalidSpec.of(List.of(new Problem(FIELD, law, chosen)));
  }
}
