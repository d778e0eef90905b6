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
    double meanX = mean(weights, x);
    double meanY = mean(weights, y);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < weights.length; i++) {
      xx += weights[i] * (x[i] - meanX) * (x[i] - meanX);
      xy += weights[i] * (x[i] - meanX) * (y[i] - meanY);
      yy += weights[i] * (y[i] - meanY) * (y[i] - meanY);
    }
    double slope = xy / xx;
    return new Line(slope, meanY - slope * meanX, xy * xy / (xx * yy));
  }

  private static double mean(double[] weights, double[] values) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
      all += weights[i];
    }
    return sum / all;
  }

  private record Line(double slope, double intercept, double rSquared) {}
}
