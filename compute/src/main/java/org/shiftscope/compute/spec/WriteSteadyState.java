package org.shiftscope.compute.spec;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@link SteadyState}; {@link ReadSteadyState} is its inverse. */
final class WriteSteadyState {

  private WriteSteadyState() {}

  static void into(ObjectNode json, SteadyState spec) {
    json.set("model", model(spec.model()));
    WriteGrid.temperatures(json, spec.temperatures());
    spec.batchSizes().forEach(json.putArray("batchSizes")::add);
    WriteGrid.seeds(json, spec.seeds());
    json.put("replacement", spec.replacement().id())
        .put("flowTime", spec.flowTime())
        .put("burnIn", spec.burnIn())
        .put("lambda", spec.lambda())
        .put("epsilon", spec.epsilon())
        .put("margin", spec.margin());
  }

  private static ObjectNode model(PlantedModel model) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", model.name())
            .put("samples", model.samples());
    switch (model) {
      case PlantedModel.Linear linear ->
          json.put("dimension", linear.dimension())
              .put("condition", linear.condition())
              .put("labelNoise", linear.labelNoise())
              .put("heteroscedasticity", linear.heteroscedasticity());
      case PlantedModel.Logistic logistic ->
          json.put("dimension", logistic.dimension()).put("condition", logistic.condition());
      case PlantedModel.TwoWells wells ->
          json.put("tilt", wells.tilt()).put("labelNoise", wells.labelNoise());
      case PlantedModel.TanhMlp mlp ->
          json.put("inputs", mlp.inputs())
              .put("hidden", mlp.hidden())
              .put("labelNoise", mlp.labelNoise());
    }
    return json.put("dataSeed", model.dataSeed());
  }
}
