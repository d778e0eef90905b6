package org.shiftscope.compute.certificate;

import java.util.Arrays;
import java.util.Optional;
import org.shiftscope.compute.descent.Barrier;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.Series;

/**
 * Certifies the minimum of a small model by all eigenvalues of its Hessian: the lowest is its own
 * bound. There is no second point, and so no line.
 */
public final class CertifyExactly {

  /** Of the eigenvalues, those that are told. */
  private static final int LOWEST = 3;

  private CertifyExactly() {}

  /**
   * A point that was sought as a minimum.
   *
   * @param loss what it minimises
   * @param start where the descent began, shape [d], not modified
   * @param theta where it ended, shape [d], not modified
   * @param tolerance of the gradient norm that was asked for
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Sought(Objective loss, double[] start, double[] theta, double tolerance) {}

  /**
   * Certifies.
   *
   * @param eigenvalues of the Hessian at the point, ascending, shape [d], not modified
   */
  public static MinimumCertificate of(Sought sought, double[] eigenvalues) {
    double[] gradient = new double[sought.theta().length];
    double loss = sought.loss().valueAndGradient(sought.theta(), gradient);
    double[] startGradient = new double[gradient.length];
    sought.loss().valueAndGradient(sought.start(), startGradient);
    double[] way = sought.loss().valuesBetween(sought.start(), sought.theta(), 0, 0.9, 1);
    return JudgePoint.of(
        new Evidence(
            loss,
            Vectors.norm(gradient),
            sought.tolerance(),
            Vectors.norm(startGradient),
            Optional.empty(),
            way[0] - way[2],
            way[1] - way[2],
            Barrier.between(sought.loss(), sought.start(), sought.theta()),
            Optional.empty(),
            Optional.of(lowest(eigenvalues))));
  }

  private static LowestEigenvalues lowest(double[] all) {
    double[] lowest = Arrays.copyOf(all, Math.min(LOWEST, all.length));
    double largest = Math.max(Math.abs(all[0]), Math.abs(all[all.length - 1]));
    return new LowestEigenvalues(
        Series.of(lowest), Series.of(new double[lowest.length]), all[0], 0, largest, 0);
  }
}
