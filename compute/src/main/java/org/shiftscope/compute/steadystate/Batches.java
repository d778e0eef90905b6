package org.shiftscope.compute.steadystate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.shiftscope.compute.spec.Replacement;

/** Draws minibatches. */
interface Batches {

  /** Fills a batch with the numbers of samples; shape [B], modified. */
  void next(int[] batch);

  /** The present epoch: what is next in it, and then its order. Empty without epochs. */
  List<Integer> epoch();

  /** Goes on within an epoch. */
  void goOn(List<Integer> epoch);

  static Batches of(Replacement replacement, int samples, UniformRandomProvider random) {
    return switch (replacement) {
      case WITH -> new Independent(samples, random);
      case WITHOUT -> new Shuffled(samples, random);
    };
  }

  /** Each sample of a batch from all. */
  record Independent(int samples, UniformRandomProvider random) implements Batches {

    @Override
    public void next(int[] batch) {
      for (int i = 0; i < batch.length; i++) {
        batch[i] = random.nextInt(samples);
      }
    }

    @Override
    public List<Integer> epoch() {
      return List.of();
    }

    @Override
    public void goOn(List<Integer> epoch) {}
  }

  /** Epochs in fresh random orders (Fisher-Yates), the last partial batch dropped. */
  final class Shuffled implements Batches {

    private final int[] order;
    private final UniformRandomProvider random;
    private int next;

    Shuffled(int samples, UniformRandomProvider random) {
      this.random = random;
      order = new int[samples];
      for (int i = 0; i < samples; i++) {
        order[i] = i;
      }
      next = samples;
    }

    @Override
    public void next(int[] batch) {
      if (next + batch.length > order.length) {
        shuffle();
        next = 0;
      }
      System.arraycopy(order, next, batch, 0, batch.length);
      next += batch.length;
    }

    @Override
    public List<Integer> epoch() {
      return IntStream.concat(IntStream.of(next), Arrays.stream(order)).boxed().toList();
    }

    @Override
    public void goOn(List<Integer> epoch) {
      next = epoch.getFirst();
      Arrays.setAll(order, i -> epoch.get(i + 1));
    }

    private void shuffle() {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
    }
  }
}
