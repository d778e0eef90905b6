package org.shiftscope.compute.steadystate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.shiftscope.compute.model.TrainLoss;
import org.shiftscope.compute.process.AntisymmetricShare;

/**
 * What theory says of the steady state near a minimum, to first order in T. All in the basis of the
 * Hessian's eigenvectors, eigenvalues h ascending.
 *
 * <p>1. The covariance Σ solves Lyapunov's equation HΣ + ΣH = T C: Σ_ij = T C_ij / (h_i + h_j). The
 * paper's Σ = (T/2)(∇²v)⁻¹ with ∇²v ≈ C⁻¹H (Appendix B.2) is (T/2) H⁻¹C, here made symmetric. Both
 * have the same diagonal, and are the same where C and H commute; elsewhere no v exists (Assumption
 * 1), and only Lyapunov's holds.
 *
 * <p>2. b = −(T/2) H⁻¹ ∇·C (Appendix B.2) is the minimum of v: the mode of the density of Eq. 5,
 * where there is a v. Its mean is elsewhere, by as much: E ∇L = 0 in any steady state, so E θ − θ*
 * = −½ H⁻¹ (∇³L : Σ). In one dimension the mean of exp(−(2/T) v) lies (T/2) c′/h − ½ L‴ Σ/h above
 * its mode, which takes ∇·C away again. A quadratic loss has no mean bias at all, whatever C does.
 * {@link ThirdCumulants} has the mode where there is no v.
 */
final class NearMinimum {

  private final double[] theta;
  private final double[] eigenvalues;
  private final RealMatrix vectors;
  private final RealMatrix noise;
  private final double[] biasPerTemperature;
  private final double[] meanPerTemperature;

  NearMinimum(TrainLoss loss, double[] theta) {
    this.theta = theta.clone();
    var decomposition = new EigenDecompositionSymmetric(loss.hessian(theta));
    int[] order =
        IntStream.range(0, theta.length)
            .boxed()
            .sorted(Comparator.comparingDouble(decomposition::getEigenvalue))
            .mapToInt(i -> i)
            .toArray();
    eigenvalues = Arrays.stream(order).mapToDouble(decomposition::getEigenvalue).toArray();
    vectors = MatrixUtils.createRealMatrix(theta.length, theta.length);
    for (int i = 0; i < order.length; i++) {
      vectors.setColumnVector(i, decomposition.getEigenvector(order[i]));
    }
    noise = rotate(loss.covariance(theta));
    double[] divergence = vectors.preMultiply(loss.covarianceDivergence(theta));
    biasPerTemperature = new double[theta.length];
    Arrays.setAll(biasPerTemperature, i -> -divergence[i] / (2 * eigenvalues[i]));
    var spread =
        new EigenDecompositionSymmetric(
            vectors.multiply(lyapunov(1)).multiply(vectors.transpose()));
    double[] third =
        vectors.preMultiply(loss.thirdDerivative(theta, spread.getV(), spread.getEigenvalues()));
    meanPerTemperature = new double[theta.length];
    Arrays.setAll(meanPerTemperature, i -> -third[i] / (2 * eigenvalues[i]));
  }

  /** θ*, in the parameters' own basis; shape [d], not to be modified. */
  double[] theta() {
    return theta;
  }

  /** Eigenvalues h of the Hessian, ascending; shape [d], not to be modified. */
  double[] eigenvalues() {
    return eigenvalues;
  }

  /** C + ε² I in the eigenbasis. */
  RealMatrix noise() {
    return noise;
  }

  /** A matrix of the parameters' own basis in the eigenbasis. */
  RealMatrix rotate(RealMatrix matrix) {
    return vectors.transpose().multiply(matrix).multiply(vectors);
  }

  /** A vector of the parameters' own basis in the eigenbasis; shape [d], fresh. */
  double[] rotate(double[] vector) {
    return vectors.preMultiply(vector);
  }

  /**
   * θ − θ* in the eigenbasis.
   *
   * @param at θ, shape [d], not modified
   * @param into shape [d], modified
   */
  void deviation(double[] at, double[] into) {
    for (int i = 0; i < into.length; i++) {
      double sum = 0;
      for (int j = 0; j < at.length; j++) {
        sum += vectors.getEntry(j, i) * (at[j] - theta[j]);
      }
      into[i] = sum;
    }
  }

  /** θ* moved along an eigenvector; shape [d], fresh, in the parameters' own basis. */
  double[] moved(int along, double step) {
    double[] moved = theta.clone();
    Arrays.setAll(moved, j -> theta[j] + step * vectors.getEntry(j, along));
    return moved;
  }

  /** Σ of Lyapunov's equation. */
  RealMatrix lyapunov(double temperature) {
    return entries(
        (i, j) -> temperature * noise.getEntry(i, j) / (eigenvalues[i] + eigenvalues[j]));
  }

  /** (T/4)(H⁻¹C + CH⁻¹): the paper's Σ. */
  RealMatrix papers(double temperature) {
    return entries(
        (i, j) ->
            temperature / 4 * noise.getEntry(i, j) * (1 / eigenvalues[i] + 1 / eigenvalues[j]));
  }

  /** The paper's b = −(T/2) H⁻¹ ∇·C. */
  double[] papersBias(double temperature) {
    return Arrays.stream(biasPerTemperature).map(each -> temperature * each).toArray();
  }

  /** −½ H⁻¹ (∇³L : Σ): the mean. */
  double[] mean(double temperature) {
    return Arrays.stream(meanPerTemperature).map(each -> temperature * each).toArray();
  }

  /** The antisymmetric share of HC: 0 where the two commute. */
  double antisymmetricShare() {
    return AntisymmetricShare.of(MatrixUtils.createRealDiagonalMatrix(eigenvalues).multiply(noise));
  }

  private RealMatrix entries(Entry entry) {
    RealMatrix matrix = MatrixUtils.createRealMatrix(eigenvalues.length, eigenvalues.length);
    for (int i = 0; i < eigenvalues.length; i++) {
      for (int j = 0; j < eigenvalues.length; j++) {
        matrix.setEntry(i, j, entry.at(i, j));
      }
    }
    return matrix;
  }

  private interface Entry {
    double at(int row, int column);
  }
}
