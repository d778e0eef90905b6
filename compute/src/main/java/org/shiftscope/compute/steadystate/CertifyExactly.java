package org.shiftscope.compute.steadystate;

import java.util.Arrays;
import java.util.Optional;
import org.shiftscope.compute.certificate.JudgePoint;
import org.shiftscope.compute.descent.Barrier;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.model.TrainLoss;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.Series;

/**
 * Certifies the minimum of a small model by all eigenvalues of its Hessian: the lowest is its own
 * bound. There is no second point, and so no line.
 */
final class CertifyExactly {

  /** Of the eigenvalues, those that are told. */
  private static final int LOWEST = 3;

  private CertifyExactly() {}

  /** Certifies the minimum that was found from the planted truth. */
  static MinimumCertificate of(TrainLoss loss, NearMinimum near) {
    Objective objective = objective(loss);
    double[] start = loss.model().truth();
    double[] theta = near.theta();
    double[] way = objective.valuesBetween(start, theta, 0, 0.9, 1);
    return JudgePoint.of(
        new Evidence(
            loss.value(theta),
            Vectors.norm(loss.gradient(theta)),
            FindMinimum.TOLERANCE,
            Vectors.norm(loss.gradient(start)),
            Optional.empty(),
            way[0] - way[2],
            way[1] - way[2],
            Barrier.between(objective, start, theta),
            Optional.empty(),
            Optional.of(lowest(near.eigenvalues()))));
  }

  private static LowestEigenvalues lowest(double[] all) {
    double[] lowest = Arrays.copyOf(all, Math.min(LOWEST, all.length));
    double largest = Math.max(Math.abs(all[0]), Math.abs(all[all.length - 1]));
    return new LowestEigenvalues(
        Series.of(lowest), Series.of(new double[lowest.length]), all[0], 0, largest, 0);
  }

  private static Objective objective(TrainLoss loss) {
    return new Objective() {
      @Override
      public int dimension() {
        return loss.dimension();
      }

      @Override
      public double valueAndGradient(double[] theta, double[] gradient) {
        System.arraycopy(loss.gradient(theta), 0, gradient, 0, gradient.length);
        return loss.value(theta);
      }
    };
  }
}
