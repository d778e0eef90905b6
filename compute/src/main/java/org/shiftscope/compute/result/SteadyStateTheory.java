package org.shiftscope.compute.result;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.shiftscope.compute.spec.Id;

/**
 * What theory says of a steady state, from the samples alone.
 *
 * @param found whether the train loss has a strict minimum near the planted truth; where not, the
 *     other numbers are NaN and the series empty
 * @param theta θ*, shape [d]
 * @param eigenvalues of the Hessian there, ascending, shape [d]
 * @param noise the diagonal of C + ε²I in the Hessian's eigenbasis, shape [d]
 * @param antisymmetricShare ‖HC − CH‖ / (2 ‖HC‖)
 * @param biasPerTemperature b / T = −½ H⁻¹ ∇·C in the eigenbasis, shape [d]
 * @param meanPerTemperature (E θ − θ*) / T = −½ H⁻¹ (∇³L : Σ) / T in the eigenbasis, shape [d]
 * @param covarianceTracePerTemperature tr Σ / T = ½ Σ_i C_ii / h_i
 * @param excessLossPerTemperature (E L − L(θ*)) / T = ¼ tr C
 * @param basins for a model of one parameter with two minima; series of length 0 elsewhere
 */
@Id("steady-state-theory")
public record SteadyStateTheory(
    boolean found,
    Series theta,
    Series eigenvalues,
    Series noise,
    double antisymmetricShare,
    Series biasPerTemperature,
    Series meanPerTemperature,
    double covarianceTracePerTemperature,
    double excessLossPerTemperature,
    Basins basins)
    implements Theory {

  /** Index of the eigenvector on which the mean and b differ most, from 0. */
  public int biasAxis() {
    return IntStream.range(0, eigenvalues.size())
        .boxed()
        .max(
            Comparator.comparingDouble(
                i -> Math.abs(meanPerTemperature.get(i) - biasPerTemperature.get(i))))
        .orElseThrow();
  }

  /** Where there is no strict minimum. */
  public static SteadyStateTheory none() {
    Series empty = Series.of();
    return new SteadyStateTheory(
        false,
        empty,
        empty,
        empty,
        Double.NaN,
        empty,
        empty,
        Double.NaN,
        Double.NaN,
        Basins.none());
  }

  /**
   * Two basins.
   *
   * @param temperature T of the density
   * @param theta the grid
   * @param density Eq. 5 at this temperature
   * @param loss L on the grid
   * @param noise c + ε² on the grid
   * @param temperatures those of the shares, ascending
   * @param rightEq5 the right basin's share by Eq. 5
   * @param rightEq6 by Eq. 6; NaN where the effective potential has no minimum in a basin
   */
  public record Basins(
      double temperature,
      Series theta,
      Series density,
      Series loss,
      Series noise,
      Series temperatures,
      Series rightEq5,
      Series rightEq6) {

    /** Of a model with one basin. */
    public static Basins none() {
      Series empty = Series.of();
      return new Basins(Double.NaN, empty, empty, empty, empty, empty, empty, empty);
    }

    /** Whether there are two basins. */
    public boolean two() {
      return theta.size() > 0;
    }
  }
}
