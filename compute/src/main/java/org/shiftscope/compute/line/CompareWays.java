package org.shiftscope.compute.line;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.CurvatureWays;
import org.shiftscope.compute.result.CurvatureWays.Estimate;
import org.shiftscope.compute.result.Series;

/**
 * Compares three ways to one curvature, each with its error, and says where they disagree what
 * makes them.
 *
 * @param r distances from the point in units of ‖s‖, ascending from 0 to 1, shape [n]
 * @param loss the losses there, shape [n]
 * @param exact sᵀHs
 * @param slope gᵀs
 * @param local the second difference
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record CompareWays(double[] r, double[] loss, Estimate exact, double slope, Estimate local) {

  private static final double NARROWEST = 0.1 - 1e-12;

  /** Parts of a curvature that are worth a word. */
  private static final double WORTH_A_WORD = 0.05;

  CurvatureWays compare() {
    int[] ends = IntStream.range(3, r.length).filter(end -> r[end] >= NARROWEST).toArray();
    SymmetrizedFit[] windows =
        IntStream.of(ends)
            .mapToObj(
                end -> new SymmetrizedFit(Arrays.copyOf(r, end + 1), Arrays.copyOf(loss, end + 1)))
            .toArray(SymmetrizedFit[]::new);
    SymmetrizedFit whole = new SymmetrizedFit(r, loss);
    var fit = new Estimate(whole.kappa(), whole.kappaError());
    return new CurvatureWays(
        exact,
        fit,
        local,
        Series.of(IntStream.of(ends).mapToDouble(end -> r[end]).toArray()),
        Series.of(Arrays.stream(windows).mapToDouble(SymmetrizedFit::kappa).toArray()),
        Series.of(Arrays.stream(windows).mapToDouble(SymmetrizedFit::kappaError).toArray()),
        say(fit, whole.kappaOfSlope(slope)));
  }

  private String say(Estimate fit, double ofSlope) {
    String words = kinks() + slope(fit, ofSlope) + higher(fit, ofSlope);
    return words.isEmpty()
        ? "The exact product, the fit and the local difference agree within their errors."
        : words.strip();
  }

  private String kinks() {
    return exact.agrees(local) || Double.isNaN(local.error())
        ? ""
        : String.format(
            Locale.ROOT,
            "The local difference %s ± %s is not the exact product %s: the loss bends next to the point as no"
                + " smooth one does at this spacing (kinks of ReLU or max-pooling), and the product sees one piece. For the expansion"
                + " at the point believe the product, for steps as long as the grid's the difference. ",
            SayNumber.significant(local.kappa()),
            SayNumber.significant(local.error(), 2),
            SayNumber.significant(exact.kappa()));
  }

  private String slope(Estimate fit, double ofSlope) {
    return Math.abs(ofSlope) <= WORTH_A_WORD * Math.abs(fit.kappa()) || fit.agrees(exact)
        ? ""
        : String.format(
            Locale.ROOT,
            "Of the fit's %s, %s is the slope gᵀs counted as curvature: for the curvature believe the exact product %s. ",
            SayNumber.significant(fit.kappa()),
            SayNumber.significant(ofSlope),
            SayNumber.significant(exact.kappa()));
  }

  /** What neither the slope nor the curvature at the point explains. */
  private String higher(Estimate fit, double ofSlope) {
    double left = fit.kappa() - exact.kappa() - (Double.isNaN(ofSlope) ? 0 : ofSlope);
    return fit.agrees(exact)
            || Math.abs(left) <= Math.max(2 * fit.error(), WORTH_A_WORD * Math.abs(fit.kappa()))
        ? ""
        : String.format(
            Locale.ROOT,
            "%s of it is neither: the loss is no parabola over the shift (cubic and higher terms), so that κ depends on"
                + " the window. At the point believe the exact product; the fit tells the rise over the whole shift.",
            SayNumber.significant(left));
  }
}
