package org.shiftscope.compute.model;

import java.util.Arrays;
import org.hipparchus.random.RandomGenerator;

/** Draws independent standard normal numbers. */
final class Normals {

  private Normals() {}

  /** Shape [count]. */
  static double[] draw(int count, RandomGenerator random) {
    double[] values = new double[count];
    Arrays.setAll(values, j -> random.nextGaussian());
    return values;
  }
}
