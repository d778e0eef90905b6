package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;

/**
 * The samples of an experiment: the first of each official split, in the dataset's own fixed order;
 * or these shuffled together and split anew, or a part of them drawn and split.
 *
 * @param name which dataset
 * @param trainSamples samples to train on, 1 to as many as the dataset has
 * @param testSamples samples to test on, 1 to as many as the dataset has
 * @param splits seeds of splits in the same sizes: the train and test samples are shuffled together
 *     and split anew, one trial for each of these too; empty for the split as it is given
 * @param drawnFrom the samples from which they are drawn, where they are only a part: those are
 *     shuffled together and split anew by the split's seed, and the first of both parts are kept
 */
public record DatasetSpec(
    DatasetName name,
    @Default(by = "allToTrainOn") int trainSamples,
    @Default(by = "allToTestOn") int testSamples,
    Optional<Seeds> splits,
    Optional<SamplePool> drawnFrom) {

  /** All of the samples, in these splits. */
  public DatasetSpec(DatasetName name, int trainSamples, int testSamples, Optional<Seeds> splits) {
    this(name, trainSamples, testSamples, splits, Optional.empty());
  }

  /** Samples in the split as it is given. */
  public DatasetSpec(DatasetName name, int trainSamples, int testSamples) {
    this(name, trainSamples, testSamples, Optional.empty());
  }

  public DatasetSpec {
    new Problems()
        .wholeNumber("trainSamples", trainSamples, 1, name.trainSamples())
        .wholeNumber("testSamples", testSamples, 1, name.testSamples())
        .refuseIfAny();
    drawnFrom.ifPresent(pool -> checkDrawn(pool, name, trainSamples, testSamples, splits));
  }

  private static void checkDrawn(
      SamplePool pool, DatasetName name, int train, int test, Optional<Seeds> splits) {
    new Problems()
        .wholeNumber("drawnFrom.trainSamples", pool.trainSamples(), train, name.trainSamples())
        .wholeNumber("drawnFrom.testSamples", pool.testSamples(), test, name.testSamples())
        .require(
            splits.isPresent(), "splits", "must hold the seeds from which samples are drawn", "")
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

  /** What its files must hold: all that is drawn from, in the split as it is given. */
  public DatasetSpec given() {
    return drawnFrom
        .map(pool -> new DatasetSpec(name, pool.trainSamples(), pool.testSamples()))
        .orElseGet(() -> new DatasetSpec(name, trainSamples, testSamples));
  }

  /** Train and test samples together. */
  public int samples() {
    return trainSamples + testSamples;
  }

  /**
   * A random part of all of these samples, split in their proportion.
   *
   * @param samples train and test together, at most {@link #samples}
   * @param seed of the draw, and of the split
   */
  DatasetSpec draw(int samples, long seed) {
    int train = trainSamplesOf(samples);
    return samples == samples()
        ? in(seed)
        : new DatasetSpec(
            name,
            train,
            samples - train,
            Optional.of(new Seeds(List.of(seed))),
            Optional.of(new SamplePool(trainSamples, testSamples)));
  }

  /** How many of so many samples are for training, in the proportion of these: rounded. */
  int trainSamplesOf(int samples) {
    return Math.toIntExact((2L * samples * trainSamples + samples()) / (2L * samples()));
  }

  /** The same in one split. */
  public DatasetSpec in(long split) {
    return new DatasetSpec(
        name, trainSamples, testSamples, Optional.of(new Seeds(List.of(split))), drawnFrom);
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
