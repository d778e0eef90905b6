package org.shiftscope.compute.spec;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads {@link OverparametrizedShift}. */
final class ReadOverparametrizedShift {

  private ReadOverparametrizedShift() {}

  static OverparametrizedShift from(FieldReader fields) {
    Optional<DatasetSpec> dataset = fields.part("dataset", ReadSpec::dataset);
    Optional<NetworkSpec> network = fields.part("network", ReadSpec::network);
    Optional<String> title = fields.text("title", "More parameters than samples");
    Optional<Temperatures> temperatures = ReadSpec.temperatures(fields);
    Optional<Seeds> seeds = ReadSpec.seeds(fields);
    Optional<SgdSpec> sgd = fields.part("sgd", ReadSpec::sgd);
    Optional<RefinementSpec> refinement = fields.part("refinement", ReadSpec::refinement);
    Optional<ModifiedSgdSpec> modifiedSgd =
        fields.part("modifiedSgd", ReadOverparametrizedShift::modifiedSgd);
    return fields.build(
        () ->
            new OverparametrizedShift(
                title.orElseThrow(),
                dataset.orElseThrow(),
                network.orElseThrow(),
                temperatures.orElseThrow(),
                seeds.orElseThrow(),
                sgd.orElseThrow(),
                refinement.orElseThrow(),
                modifiedSgd.orElseThrow()));
  }

  private static ModifiedSgdSpec modifiedSgd(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Integer> samples = fields.integer("samples");
    Optional<Integer> dimension = fields.integer("dimension");
    Optional<Double> lambda = fields.number("lambda");
    Optional<Double> epsilon = fields.number("epsilon");
    Optional<Integer> batchSize = fields.integer("batchSize");
    Optional<Integer> walkers = fields.integer("walkers");
    Optional<Integer> relaxationTimes = fields.integer("relaxationTimes");
    return fields.build(
        () ->
            new ModifiedSgdSpec(
                samples.orElseThrow(),
                dimension.orElseThrow(),
                lambda.orElseThrow(),
                epsilon.orElseThrow(),
                batchSize.orElseThrow(),
                walkers.orElseThrow(),
                relaxationTimes.orElseThrow()));
  }
}
