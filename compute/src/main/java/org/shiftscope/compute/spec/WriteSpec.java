package org.shiftscope.compute.spec;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes specs as JSON; {@link ReadSpec} reads back an equal spec. */
public final class WriteSpec {

  private WriteSpec() {}

  /** The JSON form of a spec, fields in the order in which a person would give them. */
  public static ObjectNode toJson(ExperimentSpec spec) {
    return switch (spec) {
      case TemperatureSweep sweep -> temperatureSweep(sweep);
      case Landscape landscape -> WriteLandscape.toJson(landscape);
      case AssumptionCheck check -> WriteAssumptionCheck.toJson(check);
      case DiffusionAccuracy accuracy -> WriteDiffusionAccuracy.toJson(accuracy);
      case OverparametrizedShift shift -> WriteOverparametrizedShift.toJson(shift);
      case SteadyState steady -> WriteSteadyState.toJson(steady);
    };
  }

  private static ObjectNode temperatureSweep(TemperatureSweep sweep) {
    ObjectNode json = object();
    json.put("kind", sweep.kind());
    json.put("title", sweep.title());
    json.set("dataset", dataset(sweep.dataset()));
    json.set("network", network(sweep.network()));
    temperatures(json, sweep.temperatures());
    sweep.seeds().values().forEach(json.putArray("seeds")::add);
    json.set("sgd", sgd(sweep.sgd()));
    json.set("refinement", refinement(sweep.refinement()));
    json.set("line", line(sweep.line()));
    sweep
        .curvature()
        .ifPresent(
            curvature ->
                json.putObject("curvature")
                    .put("eigenvalues", curvature.eigenvalues())
                    .put("probes", curvature.probes()));
    return json;
  }

  static ObjectNode dataset(DatasetSpec dataset) {
    return object()
        .put("name", dataset.name().id())
        .put("trainSamples", dataset.trainSamples())
        .put("testSamples", dataset.testSamples());
  }

  static ObjectNode network(NetworkSpec network) {
    ObjectNode json = object().put("name", network.name());
    switch (network) {
      case NetworkSpec.Mlp mlp -> mlp.hidden().forEach(json.putArray("hidden")::add);
      case NetworkSpec.Cnn cnn -> {
        cnn.filters().forEach(json.putArray("filters")::add);
        json.put("kernel", cnn.kernel());
        cnn.dense().forEach(json.putArray("dense")::add);
      }
      case NetworkSpec.Vgg9 vgg -> json.put("batchNorm", vgg.batchNorm());
      // Their layers are in their name.
      case NetworkSpec.Vgg16 _, NetworkSpec.ResNet10 _ -> {}
    }
    return json.put("activation", network.activation().id())
        .put("width", network.width())
        .put("initialisation", network.initialisation().id());
  }

  static void temperatures(ObjectNode json, Temperatures temperatures) {
    switch (temperatures) {
      case Temperatures.Listed listed ->
          listed.values().forEach(json.putArray("temperatures")::add);
      case Temperatures.Logarithmic range ->
          json.putObject("temperatures")
              .put("from", range.from())
              .put("to", range.to())
              .put("count", range.count());
    }
  }

  static ObjectNode sgd(SgdSpec sgd) {
    return object()
        .put("batchSize", sgd.batchSize())
        .put("flowTime", sgd.flowTime())
        .put("maxEpochs", sgd.maxEpochs())
        .put("lambda", sgd.lambda());
  }

  static ObjectNode refinement(RefinementSpec refinement) {
    ObjectNode json = object().put("name", refinement.name());
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

  private static ObjectNode integrator(RefinementSpec.Integrator integrator) {
    ObjectNode json = object().put("name", integrator.name());
    return switch (integrator) {
      case RefinementSpec.Integrator.FixedRate fixed -> json.put("rate", fixed.rate());
      case RefinementSpec.Integrator.Adaptive adaptive ->
          json.put("tolerance", adaptive.tolerance());
    };
  }

  private static ObjectNode line(LineSpec line) {
    return object().put("from", line.from()).put("to", line.to()).put("points", line.points());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
