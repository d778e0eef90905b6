package org.shiftscope.compute.invariance;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.random.RandomStreams;

/**
 * A random invertible matrix of a chosen condition number: its rows in random groups of 64, each a
 * block orthogonal · diagonal · orthogonal with the diagonal from √condition to 1/√condition,
 * evenly spaced in the logarithm. Eight blocks are drawn and used in turn, so that a large
 * network's matrix takes no more memory than its permutation; the last block has the rest.
 */
final class BlockMatrix {

  private static final int SIZE = 64;
  private static final int DRAWN = 8;

  private final int[] order;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * Draws.
   *
   * @param dimension d, at least 1
   * @param streams {@code order} and {@code blocks} are split off
   */
  BlockMatrix(int dimension, double condition, RandomStreams streams) {
    order = streams.split("order").permutation(dimension);
    RandomGenerator random = streams.split("blocks").generator();
    int whole = dimension / SIZE;
    for (int i = 0; i < Math.min(whole, DRAWN); i++) {
      blocks.add(Block.draw(SIZE, condition, random));
    }
    if (dimension % SIZE > 0) {
      blocks.add(Block.draw(dimension % SIZE, condition, random));
    }
  }

  /** A block and its inverse. */
  private record Block(double[][] matrix, double[][] inverse) {

    static Block draw(int size, double condition, RandomGenerator random) {
      RealMatrix left = orthogonal(size, random);
      RealMatrix right = orthogonal(size, random);
      double[] diagonal = new double[size];
      double[] inverse = new double[size];
      for (int i = 0; i < size; i++) {
        double place = size == 1 ? 0 : 0.5 - i / (size - 1.0);
        diagonal[i] = Math.pow(condition, place);
        inverse[i] = 1 / diagonal[i];
      }
      return new Block(
          left.multiply(MatrixUtils.createRealDiagonalMatrix(diagonal)).multiply(right).getData(),
          right
              .transpose()
              .multiply(MatrixUtils.createRealDiagonalMatrix(inverse))
              .multiply(left.transpose())
              .getData());
    }

    private static RealMatrix orthogonal(int size, RandomGenerator random) {
      RealMatrix gaussian = new Array2DRowRealMatrix(size, size);
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          gaussian.setEntry(row, column, random.nextGaussian());
        }
      }
      return new QRDecomposition(gaussian).getQ();
    }
  }

  /** θ = A φ. {@code phi}: shape [d], not modified. */
  double[] times(double[] phi) {
    double[] theta = new double[phi.length];
    for (int first = 0; first < phi.length; first += SIZE) {
      double[][] matrix = block(first, phi.length).matrix();
      for (int row = 0; row < matrix.length; row++) {
        double sum = 0;
        for (int column = 0; column < matrix.length; column++) {
          sum += matrix[row][column] * phi[first + column];
        }
        theta[order[first + row]] = sum;
      }
    }
    return theta;
  }

  /** Aᵀ g. {@code g}: shape [d], not modified. */
  double[] transposedTimes(double[] g) {
    double[] product = new double[g.length];
    for (int first = 0; first < g.length; first += SIZE) {
      double[][] matrix = block(first, g.length).matrix();
      for (int row = 0; row < matrix.length; row++) {
        double factor = g[order[first + row]];
        for (int column = 0; column < matrix.length; column++) {
          product[first + column] += matrix[row][column] * factor;
        }
      }
    }
    return product;
  }

  /** φ = A⁻¹ θ. {@code theta}: shape [d], not modified. */
  double[] inverseTimes(double[] theta) {
    double[] phi = new double[theta.length];
    for (int first = 0; first < theta.length; first += SIZE) {
      double[][] inverse = block(first, theta.length).inverse();
      for (int row = 0; row < inverse.length; row++) {
        for (int column = 0; column < inverse.length; column++) {
          phi[first + row] += inverse[row][column] * theta[order[first + column]];
        }
      }
    }
    return phi;
  }

  private Block block(int first, int dimension) {
    int whole = dimension / SIZE;
    return first / SIZE < whole ? blocks.get(first / SIZE % DRAWN) : blocks.getLast();
  }
}
