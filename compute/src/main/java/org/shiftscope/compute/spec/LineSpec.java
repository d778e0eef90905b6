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
public record LineSpec(
    @Within(least = -5, most = -1) double from,
    @Within(least = 1.1, most = 5) double to,
    @Within(least = 51, most = 10_001) int points) {

  public LineSpec {
    new Problems()
        .within(LineSpec.class, "from", from)
        .within(LineSpec.class, "to", to)
        .within(LineSpec.class, "points", points)
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
