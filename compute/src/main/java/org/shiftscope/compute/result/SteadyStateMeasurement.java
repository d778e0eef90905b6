package org.shiftscope.compute.result;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Id;

/**
 * What a trial of a steady state measured, with theory beside. Vectors and matrices are in the
 * basis of the Hessian's eigenvectors at the minimum, eigenvalues ascending; standard errors are by
 * the jackknife over 32 windows of the run.
 *
 * @param outcome {@link Outcome#MEASURED}, or {@link Outcome#UNCONVERGED} where the
 *     fluctuation-dissipation ratios are not 1 or the run is short
 * @param sentence what to know about this trial
 * @param run how SGD ran
 * @param minimum where it started
 * @param mean E θ − θ*, against −½ H⁻¹ (∇³L : Σ)
 * @param mode where the density is highest, θ − θ*, by its third cumulants, against the same of
 *     theory
 * @param bias the paper's b = −(T/2) H⁻¹ ∇·C (Appendix B.2), shape [d]: the mode where Assumption 1
 *     holds and the per-sample gradients have no third cumulant
 * @param covariance Σ
 * @param fluctuation the fluctuation-dissipation ratios
 * @param basins occupation; series of length 0 for a model with one basin
 * @param execution where it was computed
 */
@Id(value = "steady-state-measurement", version = 2)
public record SteadyStateMeasurement(
    Outcome outcome,
    String sentence,
    Run run,
    Minimum minimum,
    Shift mean,
    Shift mode,
    Series bias,
    Covariance covariance,
    Fluctuation fluctuation,
    Basins basins,
    Execution execution)
    implements TrialResult {

  @Override
  public List<CertifiedPoint> certified() {
    return CertifiedPoint.of("minimum.certificate", minimum.certificate());
  }

  /**
   * How SGD ran.
   *
   * @param temperature T = η / B
   * @param batchSize B
   * @param learningRate η
   * @param steps steps taken, burn-in included
   * @param relaxationTimes flow time sampled times the Hessian's smallest eigenvalue
   */
  public record Run(
      double temperature, int batchSize, double learningRate, long steps, double relaxationTimes) {}

  /**
   * The minimum of the train loss.
   *
   * @param theta θ* in the parameters' own basis, shape [d]
   * @param loss L(θ*), with the L2 term
   * @param gradientNorm ‖∇L(θ*)‖
   * @param eigenvalues of the Hessian, ascending, shape [d]
   * @param noise the diagonal of C + ε²I, shape [d]
   * @param antisymmetricShare ‖HC − CH‖ / (2 ‖HC‖), of the product HC: 0 where the two commute, at
   *     most 1; {@code commutator} in version 1
   * @param certificate that it is one, by all its eigenvalues; empty in results of versions that
   *     did not judge it
   */
  public record Minimum(
      Series theta,
      double loss,
      double gradientNorm,
      Series eigenvalues,
      Series noise,
      @JsonAlias("commutator") double antisymmetricShare,
      Optional<MinimumCertificate> certificate) {

    public Minimum {
      certificate = certificate == null ? Optional.empty() : certificate;
    }
  }

  /**
   * A shift from θ*, in units of θ.
   *
   * @param measured shape [d]
   * @param error its standard errors, shape [d]
   * @param theory to first order in T, shape [d]
   */
  public record Shift(Series measured, Series error, Series theory) {}

  /**
   * Entries of Σ, in units of θ², the lower triangle row by row.
   *
   * @param measured shape [d(d+1)/2]
   * @param error its standard errors
   * @param lyapunov the solution of HΣ + ΣH = T C
   * @param paper (T/4)(H⁻¹C + CH⁻¹), the paper's (T/2)(∇²v)⁻¹
   * @param exact the answer at this very η and B, where it is known (linear regression with
   *     replacement); of length 0 elsewhere
   * @param trace tr Σ as measured
   * @param traceError its standard error
   * @param traceTheory tr Σ of Lyapunov's equation
   * @param traceExact the exact one; NaN where it is not known
   */
  public record Covariance(
      Series measured,
      Series error,
      Series lyapunov,
      Series paper,
      Series exact,
      double trace,
      double traceError,
      double traceTheory,
      double traceExact) {}

  /**
   * The fluctuation-dissipation relations (Yaida 2018), each ratio 1 in the steady state.
   *
   * @param flowTime η · steps from the start at the minimum to the middle of each window, the eight
   *     of the burn-in first where there is one, each of them twice as long as the one before
   * @param first E[(θ − θ*)·∇L] / ((T/2) E tr C), window by window
   * @param second E ‖∇L‖² / ((T/2) E tr HC), window by window
   * @param firstRatio over all windows sampled
   * @param firstError its standard error
   * @param secondRatio over all windows sampled
   * @param secondError its standard error
   * @param discreteRatio the first with the discrete step's own right side, (T/2) E tr C + (η/2) E
   *     ‖∇L‖²: 1 with replacement at any η
   * @param discreteError its standard error
   * @param excessLoss E L − L(θ*)
   * @param excessLossError its standard error
   * @param excessLossTheory (T/4) tr C
   */
  public record Fluctuation(
      Series flowTime,
      Series first,
      Series second,
      double firstRatio,
      double firstError,
      double secondRatio,
      double secondError,
      double discreteRatio,
      double discreteError,
      double excessLoss,
      double excessLossError,
      double excessLossTheory) {}

  /**
   * The occupation of the two basins of a model with one parameter.
   *
   * @param stationary left minimum, barrier, right minimum
   * @param right share of the right basin as measured
   * @param rightError its standard error
   * @param rightEq5 by Eq. 5
   * @param rightEq6 by Eq. 6
   * @param edges of the histogram's bins
   * @param density measured
   * @param densityEq5 that of Eq. 5, mean over each bin
   * @param distance total variation distance of the two
   * @param distanceError its standard error
   * @param distanceOfPerfectSample the distance that a perfect sample of this effective size would
   *     have
   */
  public record Basins(
      Series stationary,
      double right,
      double rightError,
      double rightEq5,
      double rightEq6,
      Series edges,
      Series density,
      Series densityEq5,
      double distance,
      double distanceError,
      double distanceOfPerfectSample) {

    /** Of a model with one basin. */
    public static Basins none() {
      Series empty = Series.of();
      return new Basins(
          empty,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          empty,
          empty,
          empty,
          Double.NaN,
          Double.NaN,
          Double.NaN);
    }

    /** Whether there are two basins. */
    public boolean two() {
      return stationary.size() > 0;
    }
  }
}
