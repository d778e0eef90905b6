package org.shiftscope.compute.spec;

import java.util.Optional;

/**
 * The samples of an experiment: the first of each official split, in the dataset's own fixed order.
 *
 * @param name which dataset
 * @param trainSamples samples to train on, 1 to as many as the dataset has
 * @param testSamples samples to test on, 1 to as many as the dataset has
 */
public record DatasetSpec(
    DatasetName name,
    @Default(by = "allToTrainOn") int trainSamples,
    @Default(by = "allToTestOn") int testSamples) {

  public DatasetSpec {
    new Problems()
        .wholeNumber("trainSamples", trainSamples, 1, name.trainSamples())
        .wholeNumber("testSamples", testSamples, 1, name.testSamples())
        .refuseIfAny();
  }

  static int allToTrainOn(Optional<DatasetName> name) {
    return name.map(DatasetName::trainSamples).orElse(1);
  }

  static int allToTestOn(Optional<DatasetName> name) {
    return name.map(DatasetName::testSamples).orElse(1);
  }

  /** All samples of a dataset. */
  public static DatasetSpec all(DatasetName name) {
    return new DatasetSpec(name, name.trainSamples(), name.testSamples());
  }
}
