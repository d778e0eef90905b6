package org.shiftscope.compute.data;

import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.DatasetSpec;

/**
 * Splits a dataset anew: its train samples and, after them, its test samples are put into a random
 * order (Fisher-Yates), whose first are for training and whose last are for testing, as many as
 * there were; where only a part is asked for, the first of both are kept. It is done in place: the
 * samples given are nobody else's, and memory holds them once.
 *
 * @param given freshly read; modified
 * @param seed of the split
 */
record SplitAnew(Dataset given, long seed) {

  /** {@code asked}: how many of each are kept. */
  Dataset split(DatasetSpec asked) {
    Samples train = given.train();
    Samples test = given.test();
    RandomGenerator random = RandomStreams.of(seed).split("train-test split").generator();
    for (int i = train.count() + test.count() - 1; i > 0; i--) {
      swap(i, random.nextInt(i + 1));
    }
    return new Dataset(train.first(asked.trainSamples()), test.first(asked.testSamples()));
  }

  private void swap(int i, int j) {
    Samples a = of(i);
    Samples b = of(j);
    int p = within(i);
    int q = within(j);
    int size = a.features().length / a.count();
    for (int k = 0; k < size; k++) {
      float feature = a.features()[p * size + k];
      a.features()[p * size + k] = b.features()[q * size + k];
      b.features()[q * size + k] = feature;
    }
    byte label = a.classes()[p];
    a.classes()[p] = b.classes()[q];
    b.classes()[q] = label;
  }

  private Samples of(int i) {
    return i < given.train().count() ? given.train() : given.test();
  }

  private int within(int i) {
    return i < given.train().count() ? i : i - given.train().count();
  }
}
