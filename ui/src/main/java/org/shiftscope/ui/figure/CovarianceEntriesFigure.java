package org.shiftscope.ui.figure;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.wording.FormatNumber;

/** Each entry of the covariance against theory. */
final class CovarianceEntriesFigure {

  private CovarianceEntriesFigure() {}

  static Figure of(SteadyStateSeen seen) {
    List<double[]> lyapunov = new ArrayList<>();
    List<double[]> paper = new ArrayList<>();
    double largest = 0;
    int smallest = seen.spec().batchSizes().stream().mapToInt(b -> b).min().orElseThrow();
    for (SteadyStateMeasurement trial : seen.trials()) {
      if (trial.run().batchSize() == smallest) {
        double t = trial.run().temperature();
        var covariance = trial.covariance();
        for (int i = 0; i < covariance.measured().size(); i++) {
          double measured = covariance.measured().get(i) / t;
          double error = covariance.error().get(i) / t;
          lyapunov.add(new double[] {covariance.lyapunov().get(i) / t, measured, error});
          paper.add(new double[] {covariance.paper().get(i) / t, measured, error});
          largest = Math.max(largest, Math.abs(covariance.lyapunov().get(i) / t));
        }
      }
    }
    Series ends = Series.of(-largest / 2, largest * 1.05);
    return new Figure(
        "covariance-entries",
        "Covariance, entry by entry",
        "Σ / T against HΣ + ΣH = T C, and against (T/4)(H⁻¹C + CH⁻¹)",
        "Each entry in the basis of the Hessian's eigenvectors, at B = "
            + smallest
            + ". The two agree on the diagonal. Off it only Lyapunov's equation holds where C and H do"
            + " not commute: ‖HC − CH‖ / 2‖HC‖ is "
            + FormatNumber.significant(seen.theory().commutator())
            + " here.",
        Axis.linear("Theory (θ² per T)"),
        Axis.linear("SGD (θ² per T)"),
        List.of(
            new Curve("Equal", 2, Stroke.DASHED, ends, ends),
            SteadyStateSeen.dots("Paper's form", 1, paper),
            SteadyStateSeen.dots("Lyapunov", 0, lyapunov)),
        List.of());
  }
}
