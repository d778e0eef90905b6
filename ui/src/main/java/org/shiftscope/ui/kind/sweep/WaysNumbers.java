package org.shiftscope.ui.kind.sweep;

import static org.shiftscope.ui.kind.NumberTable.row;
import static org.shiftscope.ui.wording.FormatNumber.significant;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.result.CurvatureWays;
import org.shiftscope.compute.result.CurvatureWays.Estimate;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.ui.kind.NumberTable;

/**
 * Three ways to one curvature, in a table; none for results that did not compare them. Which to
 * believe stands below the figure of the fit's window.
 */
final class WaysNumbers {

  private WaysNumbers() {}

  static List<NumberTable> of(ShiftMeasurement result) {
    Optional<CurvatureWays> train = result.trainFit().ways();
    Optional<CurvatureWays> test = result.testFit().ways();
    return train.isEmpty() || test.isEmpty()
        ? List.of()
        : List.of(table(train.orElseThrow(), test.orElseThrow()));
  }

  private static NumberTable table(CurvatureWays train, CurvatureWays test) {
    return new NumberTable(
        "Three ways to one curvature",
        List.of("Train", "Test"),
        List.of(
            way(
                "sᵀHs, exact",
                "By a Hessian-vector product, ± its rounding.",
                train,
                test,
                CurvatureWays::exact),
            way(
                "κ, fit",
                "By the symmetrized fit, ± its standard error.",
                train,
                test,
                CurvatureWays::fit),
            way(
                "κ, local",
                "By the second difference of the grid, ± its change with twice the spacing and its rounding.",
                train,
                test,
                CurvatureWays::local)));
  }

  private static NumberTable.Row way(
      String name,
      String meaning,
      CurvatureWays train,
      CurvatureWays test,
      Function<CurvatureWays, Estimate> estimate) {
    return row(name, "nats", meaning, said(estimate.apply(train)), said(estimate.apply(test)));
  }

  private static String said(Estimate estimate) {
    return significant(estimate.kappa()) + " ± " + significant(estimate.error());
  }
}
