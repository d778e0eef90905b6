package org.shiftscope.compute.diffusion;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.shiftscope.compute.model.ScalarRegression;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;

/**
 * Expectations of a function of θ after SGD, and after the Langevin equation, without any sampling:
 * both are evolved backwards, as functions of where they start, on Chebyshev's points.
 *
 * <p>SGD: u_{k+1}(θ) = E u_k(θ − η g), the mean over all minibatches drawn with replacement.
 * Langevin: ∂u/∂t = −L' u' + (T/2) C u'', Kolmogorov's backward equation of Eq. 11 (Itô). The
 * interval holds the minima of all samples' losses, so no step of SGD with η below 1 / curvature
 * leaves it. Langevin would by its tails; so C is taken to 0 at the ends, far outside of where the
 * process goes, and since drift leads inwards there, no boundary condition is needed.
 */
final class ExactEvolution {

  /**
   * Both equations of linear regression take polynomials of degree n to such ones, so this is
   * exact; a high degree would drag in the high moments of the Langevin equation, which grow.
   */
  private static final int DEGREE_OF_LINEAR = 4;

  /** Agrees with degree 128 to nine digits. */
  private static final int DEGREE_OF_LOGISTIC = 60;

  /** The interval, in parts of the range of the samples' minima. */
  private static final double ROOM = 4;

  private final ScalarRegression model;
  private final int batchSize;
  private final Runnable poll;
  private final ChebyshevGrid grid;
  private final double[] nodes;
  private final double center;
  private final double halfWidth;

  /**
   * Prepares.
   *
   * @param poll called many times a second; may throw to stop
   */
  ExactEvolution(ScalarRegression model, int batchSize, double start, Runnable poll) {
    this(
        model,
        batchSize,
        start,
        poll,
        model.model() == ScalarModel.LINEAR_REGRESSION ? DEGREE_OF_LINEAR : DEGREE_OF_LOGISTIC);
  }

  ExactEvolution(ScalarRegression model, int batchSize, double start, Runnable poll, int degree) {
    this.model = model;
    this.poll = poll;
    this.batchSize = batchSize;
    double low = start;
    double high = start;
    for (int i = 0; i < model.count(); i++) {
      low = Math.min(low, model.minimumOf(i));
      high = Math.max(high, model.minimumOf(i));
    }
    center = (low + high) / 2;
    halfWidth = ROOM * (high - low) / 2;
    grid = new ChebyshevGrid(center - halfWidth, center + halfWidth, degree);
    nodes = grid.nodes();
  }

  /** k steps of SGD. */
  Evolution sgd(double learningRate, int steps) {
    RealMatrix all = MatrixUtils.createRealIdentityMatrix(nodes.length);
    RealMatrix square = sgdStep(learningRate);
    for (int left = steps; left > 0; left /= 2) {
      if (left % 2 == 1) {
        all = all.multiply(square);
      }
      square = square.multiply(square);
    }
    return new Evolution(all);
  }

  /** dθ = −L' dt + √(T C) dW for a time, T = η/B. */
  Evolution langevin(double learningRate, double time) {
    return diffusion(learningRate, time, 0);
  }

  /**
   * The Langevin equation of second order, whose drift is −(L + (η/4) L'²)' (Li, Tai and E 2017,
   * arXiv 1511.06251, Theorem 1).
   */
  Evolution secondOrder(double learningRate, double time) {
    return diffusion(learningRate, time, learningRate / 4);
  }

  private Evolution diffusion(double learningRate, double time, double correction) {
    double temperature = learningRate / batchSize;
    RealMatrix first = grid.derivative();
    RealMatrix second = first.multiply(first);
    double[] slopes = values(model::slope);
    double[] corrections = first.operate(values(theta -> Math.pow(model.slope(theta), 2)));
    double[][] generator = new double[nodes.length][nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      double drift = -slopes[i] - correction * corrections[i];
      double diffusion = temperature / 2 * noise(nodes[i]);
      for (int j = 0; j < nodes.length; j++) {
        generator[i][j] = time * (drift * first.getEntry(i, j) + diffusion * second.getEntry(i, j));
      }
    }
    return new Evolution(MatrixUtils.matrixExponential(new Array2DRowRealMatrix(generator, false)));
  }

  /** C, less than 1e-9 of it missing in the middle third. */
  private double noise(double theta) {
    if (model.model() == ScalarModel.LINEAR_REGRESSION) {
      return model.noise(theta);
    }
    return model.noise(theta) * (1 - Math.pow((theta - center) / halfWidth, 20));
  }

  private RealMatrix sgdStep(double learningRate) {
    double[][] gradients = new double[nodes.length][model.count()];
    for (int j = 0; j < nodes.length; j++) {
      for (int i = 0; i < model.count(); i++) {
        gradients[j][i] = model.gradient(i, nodes[j]);
      }
    }
    double[][] step = new double[nodes.length][nodes.length];
    EveryBatch.each(
        model.count(),
        batchSize,
        (drawn, probability) -> {
          poll.run();
          for (int j = 0; j < nodes.length; j++) {
            double sum = 0;
            for (int i = 0; i < drawn.length; i++) {
              sum += drawn[i] * gradients[j][i];
            }
            grid.addRow(nodes[j] - learningRate / batchSize * sum, probability, step[j]);
          }
        });
    return new Array2DRowRealMatrix(step, false);
  }

  private double[] values(DoubleUnaryOperator f) {
    double[] values = new double[nodes.length];
    for (int j = 0; j < nodes.length; j++) {
      values[j] = f.applyAsDouble(nodes[j]);
    }
    return values;
  }

  /** Takes a function of the end to its expectation, a function of the start. */
  final class Evolution {

    private final RealMatrix matrix;

    private Evolution(RealMatrix matrix) {
      this.matrix = matrix;
    }

    /** E f(θ) at the end. */
    double expect(DoubleUnaryOperator f, double start) {
      double[] row = new double[nodes.length];
      grid.addRow(start, 1, row);
      double[] expected = matrix.operate(values(f));
      double sum = 0;
      for (int j = 0; j < row.length; j++) {
        sum += row[j] * expected[j];
      }
      return sum;
    }
  }
}
