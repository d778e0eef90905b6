package org.shiftscope.compute.result;

import java.util.Optional;
import org.shiftscope.compute.statistics.ConfidenceInterval;

/**
 * The Hessian H of a loss at its own point, and the covariance C = (1/N) Σ (g_i − ḡ)(g_i − ḡ)ᵀ of
 * its per-sample gradients there. The loss carries the L2 term, which adds λ to every eigenvalue of
 * H and nothing to C. Eigenvalues of H are in units of loss / length², those of C in loss² /
 * length².
 *
 * @param largest largest eigenvalues of H by Lanczos' method, descending
 * @param smallest smallest one found. The true one is at most this: below 0 it proves that the
 *     point is no minimum. How far it may be below, {@code lowest} says
 * @param residual each of the largest is within it of an eigenvalue of H; up to version 1, the
 *     smallest too
 * @param converged whether each of the largest has a residual of at most 1e-4 of itself. Up to
 *     version 1, of at most 1e-4 of the very largest, the smallest included: it did not say that
 *     the smallest is right
 * @param lowest the lower end with a lower bound; empty up to version 1
 * @param trace tr H by Hutch++
 * @param traceError its standard error
 * @param covarianceTrace tr C, exactly
 * @param covarianceLargest largest eigenvalues of C, descending
 * @param hessianCovariance tr(HC) by Hutch++, in loss³ / length⁴
 * @param hessianCovarianceError its standard error
 * @param hessianProducts Hessian-vector products spent, about three gradients each
 * @param covarianceProducts products with C spent, about two gradients each
 * @param traceInterval 95 % interval of tr H, by Student's t with one degree of freedom less than
 *     there were probes of the rest (a third of the products): of planted spectra it held the trace
 *     in 92 to 96 of 100, where ± 1.96 standard errors of four probes did in 81 to 88. Empty in
 *     results of versions that did not have it
 * @param hessianCovarianceInterval the same of tr(HC)
 */
public record Spectrum(
    Series largest,
    double smallest,
    double residual,
    boolean converged,
    Optional<LowestEigenvalues> lowest,
    double trace,
    double traceError,
    double covarianceTrace,
    Series covarianceLargest,
    double hessianCovariance,
    double hessianCovarianceError,
    long hessianProducts,
    long covarianceProducts,
    Optional<ConfidenceInterval> traceInterval,
    Optional<ConfidenceInterval> hessianCovarianceInterval) {

  public Spectrum {
    lowest = lowest == null ? Optional.empty() : lowest;
    traceInterval = traceInterval == null ? Optional.empty() : traceInterval;
    hessianCovarianceInterval =
        hessianCovarianceInterval == null ? Optional.empty() : hessianCovarianceInterval;
  }
}
