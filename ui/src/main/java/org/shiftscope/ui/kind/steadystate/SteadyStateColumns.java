package org.shiftscope.ui.kind.steadystate;

import java.util.List;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.ui.kind.TrialColumn;

/** The numbers of a steady state in the table of trials. */
final class SteadyStateColumns {

  static final List<TrialColumn> ALL =
      List.of(
          TrialColumn.of(SteadyStateMeasurement.class, "η", result -> result.run().learningRate()),
          TrialColumn.of(
              SteadyStateMeasurement.class, "tr Σ", result -> result.covariance().trace()),
          TrialColumn.of(
              SteadyStateMeasurement.class, "±", result -> result.covariance().traceError()),
          TrialColumn.of(
              SteadyStateMeasurement.class,
              "tr Σ, theory",
              result -> result.covariance().traceTheory()),
          TrialColumn.of(
              SteadyStateMeasurement.class,
              "tr Σ, exact",
              result -> result.covariance().traceExact()),
          TrialColumn.of(
              SteadyStateMeasurement.class,
              "1st ratio",
              result -> result.fluctuation().firstRatio()),
          TrialColumn.of(
              SteadyStateMeasurement.class,
              "2nd ratio",
              result -> result.fluctuation().secondRatio()));

  private SteadyStateColumns() {}
}
