package org.shiftscope.ui.kind.steadystate;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.ui.chart.Compared;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.wording.FormatNumber;

/** Each entry of the covariance against theory. */
final class CovarianceEntriesFigure {

  private CovarianceEntriesFigure() {}

  static Figure of(SteadyStateSeen seen) {
    List<double[]> lyapunov = new ArrayList<>();
    List<double[]> paper = new ArrayList<>();
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
        }
      }
    }
    List<Layer> points =
        List.of(
            SteadyStateSeen.dots("Paper's form", 1, paper, SteadyStateSeen.ONE_ERROR),
            SteadyStateSeen.dots("Lyapunov", 0, lyapunov, SteadyStateSeen.ONE_ERROR));
    return Compared.of(
        new Caption(
            "covariance-entries",
            "Covariance, entry by entry",
            "\\Sigma / T \\text{ against } H \\Sigma + \\Sigma H = T C \\text{ and against } \\Sigma = \\tfrac T4 (H^{-1} C + C H^{-1})",
            "Each entry in the basis of the Hessian's eigenvectors, at B = "
                + smallest
                + ". The two agree on the diagonal. Off it only Lyapunov's equation holds where C and H do"
                + " not commute: the antisymmetric share of HC, ‖HC − CH‖ / 2‖HC‖, is "
                + FormatNumber.significant(seen.theory().antisymmetricShare())
                + " here."),
        "Theory (θ² per T)",
        "SGD (θ² per T)",
        points);
  }
}
