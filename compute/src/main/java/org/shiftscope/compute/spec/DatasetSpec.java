package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;

/**
 * The samples of an experiment: the first of each official split, in the dataset's own fixed order;
 * or these shuffled together and split anew.
 *
 * @param name which dataset
 * @param trainSamples samples to train on, 1 to as many as the dataset has
 * @param testSamples samples to test on, 1 to as many as the dataset has
 * @param splits seeds of splits in the same sizes: the train and test samples are shuffled together
 *     and split anew, one trial for each of these too; empty for the split as it is given
 */
public record DatasetSpec(
    DatasetName name,
    @Default(by = "allToTrainOn") int trainSamples,
    @Default(by = "allToTestOn") int testSamples,
    Optional<Seeds> splits) {

  /** Samples in the split as it is given. */
  public DatasetSpec(DatasetName name, int trainSamples, int testSamples) {
    this(name, trainSamples, testSamples, Optional.empty());
  }

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

  /** The same in the split as it is given: what its files must hold. */
  public DatasetSpec given() {
    return new DatasetSpec(name, trainSamples, testSamples);
  }

  /** The same in one split. */
  public DatasetSpec in(long split) {
    return new DatasetSpec(name, trainSamples, testSamples, Optional.of(new Seeds(List.of(split))));
  }

  /**
   * The seed of its one split; empty for the split as it is given.
   *
   * @throws IllegalStateException where it has several, each of other trials
   */
  public Optional<Long> split() {
    if (splits.isPresent() && splits.get().values().size() > 1) {
      throw new IllegalStateException(
          "These are the samples of several splits: take those of a trial");
    }
    return splits.map(only -> only.values().getFirst());
  }
}
