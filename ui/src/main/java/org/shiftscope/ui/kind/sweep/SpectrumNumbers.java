package org.shiftscope.ui.kind.sweep;

import static org.shiftscope.ui.kind.NumberTable.row;
import static org.shiftscope.ui.wording.FormatNumber.significant;
import static org.shiftscope.ui.wording.FormatNumber.whole;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;
import org.shiftscope.compute.result.Spectrum;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.SayLowest;
import org.shiftscope.ui.wording.FormatNumber;

/** The eigenvalues and traces of a trial, in a table. */
final class SpectrumNumbers {

  private static final String CURVATURE = "nats / length²";
  private static final String NOISE = "nats² / length²";

  private SpectrumNumbers() {}

  static NumberTable of(Spectra spectra) {
    return new NumberTable(
        "Hessian H and gradient noise C at both points",
        List.of("Train", "Test"),
        List.of(
            both(
                spectra,
                "Largest of H",
                CURVATURE,
                "Largest eigenvalues, the L2 term's λ in each.",
                spectrum -> list(spectrum.largest())),
            both(
                spectra,
                "Smallest of H",
                CURVATURE,
                "What is found is never below the true one. Below 0, the point is no minimum.",
                spectrum ->
                    spectrum
                        .lowest()
                        .map(SayLowest::smallest)
                        .orElse("at most " + significant(spectrum.smallest()))),
            both(
                spectra,
                "Its lower bound",
                CURVATURE,
                "The true smallest is at least this, with probability 99.9 % over the random start of the search.",
                spectrum -> spectrum.lowest().map(SayLowest::atLeast).orElse("not measured")),
            both(
                spectra,
                "Residual",
                CURVATURE,
                "Each of the largest is within it of an eigenvalue of H.",
                spectrum ->
                    significant(spectrum.residual())
                        + (spectrum.converged() ? "" : " (stopped early)")),
            both(
                spectra,
                "tr H",
                CURVATURE,
                "The sum of all eigenvalues, by Hutch++, with its 95 % interval by Student's t.",
                spectrum ->
                    estimate(spectrum.trace(), spectrum.traceError(), spectrum.traceInterval())),
            both(
                spectra,
                "tr C",
                NOISE,
                "C is the covariance of the per-sample gradient.",
                spectrum -> significant(spectrum.covarianceTrace())),
            both(
                spectra,
                "Largest of C",
                NOISE,
                "Its largest eigenvalues.",
                spectrum -> list(spectrum.covarianceLargest())),
            both(
                spectra,
                "tr(HC)",
                "nats³ / length⁴",
                "In steady state E‖∇L‖² = (T/2) E tr(HC). By Hutch++, with its 95 % interval by Student's t.",
                spectrum ->
                    estimate(
                        spectrum.hessianCovariance(),
                        spectrum.hessianCovarianceError(),
                        spectrum.hessianCovarianceInterval())),
            both(
                spectra,
                "Hessian products",
                "",
                "Hessian-vector products spent, about three gradients each.",
                spectrum -> whole(spectrum.hessianProducts())),
            both(
                spectra,
                "Covariance products",
                "",
                "Products with C spent, about two gradients each.",
                spectrum -> whole(spectrum.covarianceProducts()))));
  }

  private static NumberTable.Row both(
      Spectra spectra,
      String name,
      String unit,
      String meaning,
      Function<Spectrum, String> number) {
    return row(name, unit, meaning, number.apply(spectra.train()), number.apply(spectra.test()));
  }

  private static String list(Series values) {
    return values.values().stream()
        .map(FormatNumber::significant)
        .collect(Collectors.joining(", "));
  }

  /** Results of earlier versions have the standard error alone. */
  private static String estimate(
      double value, double error, Optional<ConfidenceInterval> interval) {
    return significant(value)
        + interval
            .map(ends -> " [" + significant(ends.low()) + ", " + significant(ends.high()) + "]")
            .orElse(" ± " + significant(error) + " (standard error)");
  }
}
