package org.shiftscope.compute.decomposition;

import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.compute.descent.Vectors;

/**
 * What Eq. 4 is written around: both points, and the iterates θ_i of SGD in the basin.
 *
 * @param test θ_te, shape [d]; shared, not to be modified
 * @param train θ_tr, shape [d]; shared, not to be modified
 * @param iterates θ_1 … θ_n in the order in which SGD came to them, shape [d] each, n at least 2;
 *     shared, not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record Window(double[] test, double[] train, List<double[]> iterates) {

  /** Directions before those of the iterates: the shift and the bias. */
  static final int BEFORE = 2;

  public Window {
    iterates = List.copyOf(iterates);
  }

  /** θ̄, the iterates' mean, a fresh array, shape [d]. */
  public double[] mean() {
    double[] mean = new double[test.length];
    for (double[] iterate : iterates) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += iterate[i] / iterates.size();
      }
    }
    return mean;
  }

  /** How many directions {@link Directions} has, n + 2. */
  int directions() {
    return iterates.size() + BEFORE;
  }

  /** The shift s = θ_tr − θ_te, the bias b = θ̄ − θ_tr, and δ_i = θ_i − θ̄ of each iterate. */
  final class Directions {

    private final double[] mean = mean();

    /**
     * One of them.
     *
     * @param number 0 for s, 1 for b, then the iterates in their order
     * @return a fresh array, shape [d]
     */
    double[] get(int number) {
      return Vectors.difference(head(number), tail(number));
    }

    /** Those from one number to before another, fresh arrays. */
    List<double[]> between(int from, int to) {
      return IntStream.range(from, to).mapToObj(this::get).toList();
    }

    /** vᵀD for one of them, without making it. {@code v}: shape [d], not modified. */
    double times(double[] v, int number) {
      double[] head = head(number);
      double[] tail = tail(number);
      double sum = 0;
      for (int i = 0; i < v.length; i++) {
        sum += v[i] * (head[i] - tail[i]);
      }
      return sum;
    }

    private double[] head(int number) {
      return switch (number) {
        case 0 -> train;
        case 1 -> mean;
        default -> iterates.get(number - BEFORE);
      };
    }

    private double[] tail(int number) {
      return switch (number) {
        case 0 -> test;
        case 1 -> train;
        default -> mean;
      };
    }
  }
}
