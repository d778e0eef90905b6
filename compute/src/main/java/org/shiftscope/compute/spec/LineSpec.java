package org.shiftscope.compute.spec;

/**
 * The grid on the line θ(α) = θ_tr + α (θ_te − θ_tr): α = 0 is the train point, α = 1 the test
 * point.
 *
 * @param from first α, −5 to −1: the train fit looks from 0 away from the test point, down to −1
 * @param to last α, 1.1 to 5
 * @param points number of points, 51 to 10,001; evenly spaced, but for the two nearest to 0 and 1,
 *     which are moved there
 */
public record LineSpec(double from, double to, int points) {

  public LineSpec {
    new Problems()
        .number("from", from, -5, -1)
        .number("to", to, 1.1, 5)
        .wholeNumber("points", points, 51, 10_001)
        .refuseIfAny();
  }

  /** The grid, ascending; holds 0 and 1 exactly. Shape [points]. */
  public double[] alphas() {
    double[] alphas = new double[points];
    for (int i = 0; i < points; i++) {
      alphas[i] = from + (to - from) * i / (points - 1);
    }
    alphas[points - 1] = to;
    snapTo(alphas, 0);
    snapTo(alphas, 1);
    return alphas;
  }

  private void snapTo(double[] alphas, double value) {
    int nearest = (int) Math.round((value - from) / (to - from) * (points - 1));
    alphas[nearest] = value;
  }
}
