package org.shiftscope.compute.model;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.Objective;

/**
 * L = (1/N) Σ ℓ_i + (λ/2)‖θ‖² and the covariance of SGD's noise, C + ε² I (Eq. 13 of the paper),
 * with their derivatives by central differences of exact gradients, float64.
 */
public final class TrainLoss implements Objective {

  /**
   * Error of a first difference about 1e-10, of a second about 1e-7, of smooth functions near 1.
   */
  private static final double FIRST_STEP = 1e-5;

  private static final double SECOND_STEP = 1e-3;

  private final SampleLoss model;
  private final double lambda;
  private final double epsilon;
  private final Runnable poll;

  public TrainLoss(SampleLoss model, double lambda, double epsilon) {
    this(model, lambda, epsilon, () -> {});
  }

  /** {@code poll} is called before each pass over the samples, and may throw to stop. */
  public TrainLoss(SampleLoss model, double lambda, double epsilon, Runnable poll) {
    this.poll = poll;
    this.model = model;
    this.lambda = lambda;
    this.epsilon = epsilon;
  }

  public SampleLoss model() {
    return model;
  }

  @Override
  public int dimension() {
    return model.dimension();
  }

  public double lambda() {
    return lambda;
  }

  public double epsilon() {
    return epsilon;
  }

  /** Throws where whoever waits wants to stop: for use inside what takes long. */
  public void poll() {
    poll.run();
  }

  @Override
  public double value(double[] theta) {
    double sum = 0;
    for (int i = 0; i < model.samples(); i++) {
      sum += model.loss(i, theta);
    }
    return sum / model.samples() + lambda / 2 * Vectors.dot(theta, theta);
  }

  @Override
  public double valueAndGradient(double[] theta, double[] gradient) {
    System.arraycopy(gradient(theta), 0, gradient, 0, gradient.length);
    return value(theta);
  }

  /** ∇L, shape [d], fresh. */
  public double[] gradient(double[] theta) {
    double[] gradient = gradientWithoutL2(theta);
    Arrays.setAll(gradient, j -> gradient[j] + lambda * theta[j]);
    return gradient;
  }

  /** (1/N) Σ ∇ℓ_i, shape [d], fresh. */
  public double[] gradientWithoutL2(double[] theta) {
    poll.run();
    double[] gradient = new double[theta.length];
    for (int i = 0; i < model.samples(); i++) {
      model.addGradient(i, theta, 1.0 / model.samples(), gradient);
    }
    return gradient;
  }

  /** The Hessian of L, symmetric; 2 d gradients. */
  public RealMatrix hessian(double[] theta) {
    int d = theta.length;
    double[][] columns = new double[d][];
    for (int j = 0; j < d; j++) {
      columns[j] = firstDifference(this::gradient, theta, j);
    }
    RealMatrix rough = MatrixUtils.createRealMatrix(columns);
    return rough.add(rough.transpose()).scalarMultiply(0.5);
  }

  /** C(θ) + ε² I, C = (1/N) Σ (g_i − ḡ)(g_i − ḡ)ᵀ. */
  public RealMatrix covariance(double[] theta) {
    poll.run();
    int d = theta.length;
    double[] mean = new double[d];
    double[][] products = new double[d][d];
    double[] g = new double[d];
    for (int i = 0; i < model.samples(); i++) {
      Arrays.fill(g, 0);
      model.addGradient(i, theta, 1, g);
      for (int j = 0; j < d; j++) {
        mean[j] += g[j] / model.samples();
        for (int k = 0; k <= j; k++) {
          products[j][k] += g[j] * g[k] / model.samples();
        }
      }
    }
    RealMatrix c = MatrixUtils.createRealMatrix(d, d);
    for (int j = 0; j < d; j++) {
      for (int k = 0; k <= j; k++) {
        double entry = products[j][k] - mean[j] * mean[k] + (j == k ? epsilon * epsilon : 0);
        c.setEntry(j, k, entry);
        c.setEntry(k, j, entry);
      }
    }
    return c;
  }

  /** (∇·C)_i = Σ_j ∂C_ij/∂θ_j, shape [d]; 2 d passes over the samples. */
  public double[] covarianceDivergence(double[] theta) {
    double[] divergence = new double[theta.length];
    for (int j = 0; j < theta.length; j++) {
      int along = j;
      double[] column = firstDifference(at -> covariance(at).getColumn(along), theta, j);
      Arrays.setAll(divergence, i -> divergence[i] + column[i]);
    }
    return divergence;
  }

  /**
   * The third derivative of L contracted with a symmetric matrix, Σ_jk ∂³L/∂θ_i∂θ_j∂θ_k S_jk, shape
   * [d]: a second difference of the gradient along each eigenvector of S.
   *
   * @param directions eigenvectors as columns
   * @param values eigenvalues
   */
  public double[] thirdDerivative(double[] theta, RealMatrix directions, double[] values) {
    double[] here = gradient(theta);
    double[] sum = new double[theta.length];
    for (int k = 0; k < values.length; k++) {
      double[] direction = directions.getColumn(k);
      double[] ahead = gradient(moved(theta, direction, SECOND_STEP));
      double[] behind = gradient(moved(theta, direction, -SECOND_STEP));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += values[k] * (ahead[i] - 2 * here[i] + behind[i]) / (SECOND_STEP * SECOND_STEP);
      }
    }
    return sum;
  }

  private static double[] firstDifference(
      UnaryOperator<double[]> field, double[] theta, int along) {
    double[] direction = new double[theta.length];
    direction[along] = 1;
    double[] ahead = field.apply(moved(theta, direction, FIRST_STEP));
    double[] behind = field.apply(moved(theta, direction, -FIRST_STEP));
    double[] difference = new double[ahead.length];
    Arrays.setAll(difference, i -> (ahead[i] - behind[i]) / (2 * FIRST_STEP));
    return difference;
  }

  private static double[] moved(double[] theta, double[] direction, double step) {
    double[] moved = new double[theta.length];
    Arrays.setAll(moved, i -> theta[i] + step * direction[i]);
    return moved;
  }
}
