package org.shiftscope.compute.spec;

import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@link RefinementSpec}. */
final class WriteRefinement {

  private WriteRefinement() {}

  static ObjectNode toJson(RefinementSpec refinement) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", refinement.name());
    switch (refinement) {
      case RefinementSpec.Flow flow -> {
        json.put("trainTime", flow.trainTime()).put("testTime", flow.testTime());
        json.set("integrator", integrator(flow.integrator()));
      }
      case RefinementSpec.Minimum minimum ->
          json.put("tolerance", minimum.tolerance()).put("maxGradients", minimum.maxGradients());
    }
    return json;
  }

  private static ObjectNode integrator(Integrator integrator) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", integrator.name());
    return switch (integrator) {
      case Integrator.FixedRate fixed -> json.put("rate", fixed.rate());
      case Integrator.Adaptive adaptive -> json.put("tolerance", adaptive.tolerance());
      case Integrator.Extrapolated extrapolated -> json.put("tolerance", extrapolated.tolerance());
    };
  }
}
