package org.shiftscope.compute.kind.resampling;

import java.util.Arrays;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.ResamplingFindings.PowerLaw;
import org.shiftscope.compute.statistics.BootstrapOverSeeds;

/** Fits A n^(−γ) by least squares of the logarithms. */
final class FitPower {

  private final double[] x;
  private final double[] y;

  private FitPower(double[] sizes, double[] values) {
    x = Arrays.stream(sizes).map(Math::log).toArray();
    y = Arrays.stream(values).map(Math::log).toArray();
  }

  /**
   * Fits.
   *
   * @param sizes n, at least two different ones, shape [trials]
   * @param values above 0, shape [trials]
   * @param draws which draw each is of, shape [trials]
   * @param stream what resamples of draws are taken from
   */
  static PowerLaw of(double[] sizes, double[] values, long[] draws, RandomStreams stream) {
    var fit = new FitPower(sizes, values);
    double[] once = new double[values.length];
    Arrays.fill(once, 1);
    Line line = fit.line(once);
    return new PowerLaw(
        -line.slope,
        new BootstrapOverSeeds(draws, stream).of(weights -> -fit.line(weights).slope),
        Math.exp(line.intercept),
        line.rSquared);
  }

  /** {@code weights}: how often each trial is counted. */
  private Line line(double[] weights) {
    double all = Arrays.stream(weights).sum();
    double meanX = sum(weights, x, 0, ones(), 0) / all;
    double meanY = sum(weights, y, 0, ones(), 0) / all;
    double xx = sum(weights, x, meanX, x, meanX);
    double xy = sum(weights, x, meanX, y, meanY);
    double yy = sum(weights, y, meanY, y, meanY);
    double slope = xy / xx;
    return new Line(slope, meanY - slope * meanX, xy * xy / (xx * yy));
  }

  private double[] ones() {
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Σ w (a − a₀)(b − b₀). */
  private static double sum(double[] weights, double[] a, double fromA, double[] b, double fromB) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (a[i] - fromA) * (b[i] - fromB);
    }
    return sum;
  }

  private record Line(double slope, double intercept, double rSquared) {}
}
