package org.shiftscope.compute.spec;

import java.util.Optional;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;
import tools.jackson.databind.JsonNode;

/** Reads {@link DiffusionAccuracy}. */
final class ReadDiffusionAccuracy {

  private ReadDiffusionAccuracy() {}

  static DiffusionAccuracy from(FieldReader fields) {
    ReadTraining read = ReadTraining.from(fields);
    Optional<String> title = fields.title("Accuracy of diffusion");
    Optional<WeakErrorSpec> weakError = fields.part("weakError", ReadDiffusionAccuracy::weakError);
    fields.otherwise(read.network(), DiffusionAccuracy::check);
    return fields.build(
        () ->
            new DiffusionAccuracy(
                title.orElseThrow(), read.training().orElseThrow(), weakError.orElseThrow()));
  }

  private static WeakErrorSpec weakError(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<ScalarModel> model = fields.choice("model", ScalarModel.class);
    Optional<Integer> samples = fields.integer("samples");
    Optional<Integer> batchSize = fields.integer("batchSize");
    Optional<Double> learningRate = fields.number("learningRate");
    Optional<Integer> steps = fields.integer("steps");
    Optional<Integer> halvings = fields.integer("halvings");
    return fields.build(
        () ->
            new WeakErrorSpec(
                model.orElseThrow(),
                samples.orElseThrow(),
                batchSize.orElseThrow(),
                learningRate.orElseThrow(),
                steps.orElseThrow(),
                halvings.orElseThrow()));
  }
}
