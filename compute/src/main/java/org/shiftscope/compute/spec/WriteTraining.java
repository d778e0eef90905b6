package org.shiftscope.compute.spec;

import tools.jackson.databind.node.ObjectNode;

/** Writes {@link TrainingSpec}: its fields beside those of the kind. */
final class WriteTraining {

  private WriteTraining() {}

  static void into(ObjectNode json, TrainingSpec training) {
    json.putObject("dataset")
        .put("name", training.dataset().name().id())
        .put("trainSamples", training.dataset().trainSamples())
        .put("testSamples", training.dataset().testSamples());
    json.set("network", WriteNetwork.toJson(training.network()));
    WriteGrid.temperatures(json, training.temperatures());
    WriteGrid.seeds(json, training.seeds());
    json.putObject("sgd")
        .put("batchSize", training.sgd().batchSize())
        .put("flowTime", training.sgd().flowTime())
        .put("maxEpochs", training.sgd().maxEpochs())
        .put("lambda", training.sgd().lambda());
  }
}
