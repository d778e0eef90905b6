package org.shiftscope.compute.spec;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of {@link TrainingSpec}, which stand beside those of a kind that trains.
 *
 * @param dataset empty where it had a problem; so are the others
 * @param network what is trained
 * @param sgd how it is trained
 * @param training all of them with temperatures and seeds, where they go together
 */
record ReadTraining(
    Optional<DatasetSpec> dataset,
    Optional<NetworkSpec> network,
    Optional<SgdSpec> sgd,
    Optional<TrainingSpec> training) {

  static ReadTraining from(FieldReader fields) {
    Optional<DatasetSpec> dataset = fields.part("dataset", ReadTraining::dataset);
    Optional<NetworkSpec> network = fields.part("network", ReadNetwork::from);
    Optional<Temperatures> temperatures = ReadGrid.temperatures(fields);
    Optional<Seeds> seeds = ReadGrid.seeds(fields);
    Optional<SgdSpec> sgd = fields.part("sgd", ReadTraining::sgd);
    boolean all =
        dataset.isPresent()
            && network.isPresent()
            && temperatures.isPresent()
            && seeds.isPresent()
            && sgd.isPresent();
    Optional<TrainingSpec> training =
        all
            ? fields.attempt(
                () ->
                    new TrainingSpec(
                        dataset.orElseThrow(),
                        network.orElseThrow(),
                        temperatures.orElseThrow(),
                        seeds.orElseThrow(),
                        sgd.orElseThrow()))
            : Optional.empty();
    return new ReadTraining(dataset, network, sgd, training);
  }

  private static DatasetSpec dataset(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<DatasetName> name = fields.choice("name", DatasetName.class);
    Optional<Integer> train =
        fields.integer("trainSamples", name.map(DatasetName::trainSamples).orElse(1));
    Optional<Integer> test =
        fields.integer("testSamples", name.map(DatasetName::testSamples).orElse(1));
    return fields.build(
        () -> new DatasetSpec(name.orElseThrow(), train.orElseThrow(), test.orElseThrow()));
  }

  private static SgdSpec sgd(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Integer> batchSize = fields.integer("batchSize");
    Optional<Double> flowTime = fields.number("flowTime");
    Optional<Integer> maxEpochs = fields.integer("maxEpochs");
    Optional<Double> lambda = fields.number("lambda");
    return fields.build(
        () ->
            new SgdSpec(
                batchSize.orElseThrow(),
                flowTime.orElseThrow(),
                maxEpochs.orElseThrow(),
                lambda.orElseThrow()));
  }
}
