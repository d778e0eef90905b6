package org.shiftscope.compute.spec;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads {@link OverparametrizedShift}. */
final class ReadOverparametrizedShift {

  private ReadOverparametrizedShift() {}

  static OverparametrizedShift from(FieldReader fields) {
    ReadTraining read = ReadTraining.from(fields);
    Optional<String> title = fields.title("More parameters than samples");
    Optional<RefinementSpec> refinement = fields.part("refinement", ReadRefinement::from);
    Optional<ModifiedSgdSpec> modifiedSgd =
        fields.part("modifiedSgd", ReadOverparametrizedShift::modifiedSgd);
    fields.otherwise(read.dataset(), OverparametrizedShift::check);
    fields.otherwise(read.network(), DiffusionAccuracy::check);
    fields.otherwise(read.sgd(), OverparametrizedShift::check);
    return fields.build(
        () ->
            new OverparametrizedShift(
                title.orElseThrow(),
                read.training().orElseThrow(),
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
