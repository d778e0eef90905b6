package org.shiftscope.compute.descent;

/**
 * The few operations on plain vectors that descents need. All vectors of a call have the same
 * length.
 */
public final class Vectors {

  private Vectors() {}

  /** aᵀb. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** ‖a‖. */
  public static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** a − b, a fresh vector. */
  public static double[] difference(double[] a, double[] b) {
    return sum(a, -1, b);
  }

  /** a + weight · b, a fresh vector. */
  public static double[] sum(double[] a, double weight, double[] b) {
    double[] sum = a.clone();
    add(sum, weight, b);
    return sum;
  }

  /** a += weight · b. {@code a}: modified. */
  static void add(double[] a, double weight, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += weight * b[i];
    }
  }
}
