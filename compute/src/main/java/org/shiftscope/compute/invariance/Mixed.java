package org.shiftscope.compute.invariance;

import java.util.List;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.random.RandomStreams;

/** Coordinates in which every parameter mixes 64 others: θ = A φ. */
public final class Mixed implements Coordinates {

  private final BlockMatrix matrix;

  /**
   * Draws the matrix.
   *
   * @param dimension d
   * @param streams {@code order} and {@code blocks} are split off
   */
  public Mixed(int dimension, double condition, RandomStreams streams) {
    matrix = new BlockMatrix(dimension, condition, streams);
  }

  @Override
  public double[] of(double[] theta) {
    return matrix.inverseTimes(theta);
  }

  @Override
  public CurvedObjective loss(Network network, Samples samples, double lambda) {
    return of(new DatasetLoss(network, samples, lambda));
  }

  /** A loss of θ as one of φ. */
  CurvedObjective of(CurvedObjective loss) {
    return new Loss(loss, matrix);
  }

  /** L(A φ): gradient Aᵀ∇L, products Aᵀ H A v. */
  private record Loss(CurvedObjective loss, BlockMatrix matrix) implements CurvedObjective {

    @Override
    public int dimension() {
      return loss.dimension();
    }

    @Override
    public double value(double[] phi) {
      return loss.value(matrix.times(phi));
    }

    @Override
    public double valueAndGradient(double[] phi, double[] gradient) {
      double[] inTheta = new double[phi.length];
      double value = loss.valueAndGradient(matrix.times(phi), inTheta);
      copy(matrix.transposedTimes(inTheta), gradient);
      return value;
    }

    @Override
    public void hessianTimes(double[] phi, double[] v, double[] product) {
      copy(hessianTimes(phi, List.of(v)).getFirst(), product);
    }

    @Override
    public List<double[]> hessianTimes(double[] phi, List<double[]> vs) {
      return loss.hessianTimes(matrix.times(phi), vs.stream().map(matrix::times).toList()).stream()
          .map(matrix::transposedTimes)
          .toList();
    }

    private static void copy(double[] from, double[] to) {
      System.arraycopy(from, 0, to, 0, to.length);
    }
  }
}
