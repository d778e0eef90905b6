package org.shiftscope.compute.steadystate;

import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.shiftscope.compute.model.TrainLoss;

/**
 * The mode of the steady state to first order in T, whether or not an effective potential exists.
 *
 * <p>The third moments of SGD stand still where (h_i + h_j + h_k) κ_ijk = Σ [T Σ_a ∂_aC_ij Σ_ak −
 * Σ_ab ∂³L/∂θ_i∂θ_a∂θ_b Σ_aj Σ_bk] − T² γ_ijk, the sum over the three ways to single out one index,
 * in the Hessian's eigenbasis. The sum follows from Eq. 10 of the paper by parts. γ is the third
 * cumulant of the per-sample gradient: the third Kramers-Moyal term (Appendix A), which Eq. 10
 * leaves out, and which is of the same order as the rest whatever η and B are. A density with these
 * cumulants has its mode at mean_i − ½ Σ_jk (Σ⁻¹)_jk κ_ijk (Edgeworth). Without γ that is the
 * paper's b where Assumption 1 holds, and always in one dimension.
 *
 * <p>It takes 4 d² full gradients.
 */
final class ThirdCumulants {

  private static final double HESSIAN_STEP = 1e-3;
  private static final double COVARIANCE_STEP = 1e-5;

  private ThirdCumulants() {}

  /** The mode's distance from the mean at T = 1, −½ Σ⁻¹ : κ in the eigenbasis; shape [d]. */
  static double[] modeFromMean(TrainLoss loss, NearMinimum near) {
    double[] h = near.eigenvalues();
    int d = h.length;
    RealMatrix spread = near.lyapunov(1);
    RealMatrix inverse = MatrixUtils.inverse(spread);
    RealMatrix[] noise = new RealMatrix[d];
    RealMatrix[] drift = new RealMatrix[d];
    for (int a = 0; a < d; a++) {
      noise[a] =
          near.rotate(
              loss.covariance(near.moved(a, COVARIANCE_STEP))
                  .subtract(loss.covariance(near.moved(a, -COVARIANCE_STEP)))
                  .scalarMultiply(1 / (2 * COVARIANCE_STEP)));
      RealMatrix third =
          near.rotate(
              loss.hessian(near.moved(a, HESSIAN_STEP))
                  .subtract(loss.hessian(near.moved(a, -HESSIAN_STEP)))
                  .scalarMultiply(1 / (2 * HESSIAN_STEP)));
      drift[a] = spread.multiply(third).multiply(spread);
    }
    RealMatrix[] skew = skew(loss, near, d);
    RealMatrix[] spreadNoise = spread(noise, spread);
    double[] shift = new double[d];
    for (int i = 0; i < d; i++) {
      double sum = 0;
      for (int j = 0; j < d; j++) {
        for (int k = 0; k < d; k++) {
          double cumulant =
              (spreadNoise[k].getEntry(i, j)
                      + spreadNoise[j].getEntry(i, k)
                      + spreadNoise[i].getEntry(j, k)
                      - drift[i].getEntry(j, k)
                      - drift[j].getEntry(i, k)
                      - drift[k].getEntry(i, j)
                      - skew[i].getEntry(j, k))
                  / (h[i] + h[j] + h[k]);
          sum += inverse.getEntry(j, k) * cumulant;
        }
      }
      shift[i] = -sum / 2;
    }
    return shift;
  }

  /** γ, the third cumulant of the per-sample gradient at the minimum. */
  private static RealMatrix[] skew(TrainLoss loss, NearMinimum near, int d) {
    double[][][] sums = new double[d][d][d];
    double[] mean = near.rotate(loss.gradientWithoutL2(near.theta()));
    double[] gradient = new double[d];
    int samples = loss.model().samples();
    for (int sample = 0; sample < samples; sample++) {
      loss.poll();
      Arrays.fill(gradient, 0);
      loss.model().addGradient(sample, near.theta(), 1, gradient);
      double[] g = near.rotate(gradient);
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          double product = (g[i] - mean[i]) * (g[j] - mean[j]) / samples;
          for (int k = 0; k < d; k++) {
            sums[i][j][k] += product * (g[k] - mean[k]);
          }
        }
      }
    }
    return Arrays.stream(sums).map(MatrixUtils::createRealMatrix).toArray(RealMatrix[]::new);
  }

  /** Σ_a Σ_ak ∂_aC for each k. */
  private static RealMatrix[] spread(RealMatrix[] noise, RealMatrix spread) {
    RealMatrix[] sums = new RealMatrix[noise.length];
    Arrays.setAll(
        sums,
        k -> {
          RealMatrix sum = MatrixUtils.createRealMatrix(noise.length, noise.length);
          for (int a = 0; a < noise.length; a++) {
            sum = sum.add(noise[a].scalarMultiply(spread.getEntry(a, k)));
          }
          return sum;
        });
    return sums;
  }
}
