package org.shiftscope.ui.kind.sweep;

import static org.shiftscope.ui.kind.NumberTable.row;
import static org.shiftscope.ui.wording.FormatNumber.percent;
import static org.shiftscope.ui.wording.FormatNumber.significant;
import static org.shiftscope.ui.wording.FormatNumber.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.decomposition.DecompositionNumbers;

/** All numbers of a trial, in tables. */
public final class TrialNumbers {

  private static final String LOSS = "nats";

  private TrialNumbers() {}

  static List<NumberTable> of(ShiftMeasurement result) {
    List<NumberTable> tables =
        new ArrayList<>(
            List.of(eq3(result), fits(result), points(result.trainPoint(), result.testPoint())));
    if (!result.earlier().isEmpty()) {
      tables.add(ShiftNumbers.of(result));
    }
    tables.addAll(WaysNumbers.of(result));
    result.decomposition().map(DecompositionNumbers::of).ifPresent(tables::addAll);
    result.spectra().ifPresent(spectra -> tables.add(SpectrumNumbers.of(spectra)));
    result.measures().ifPresent(measures -> tables.addAll(MeasureNumbers.of(measures)));
    tables.add(sgd(result.sgd()));
    return List.copyOf(tables);
  }

  private static NumberTable eq3(ShiftMeasurement result) {
    var eq3 = result.eq3();
    return new NumberTable(
        "Shift and Eq. 3",
        List.of("Value"),
        List.of(
            row(
                "‖s‖",
                "length",
                "Distance between the two points, s = θ_tr − θ_te.",
                significant(result.shiftNorm())),
            row(
                "L_te(θ_te)",
                LOSS,
                "Test loss at the test point.",
                significant(eq3.testLossAtTestPoint())),
            row(
                "L_te(θ_tr)",
                LOSS,
                "Test loss at the train point, as measured.",
                significant(eq3.testLossAtTrainPoint())),
            row(
                "Eq. 3, fitted",
                LOSS,
                "L_te(θ_te) + ½ κ_te: what the fit predicts for L_te(θ_tr). The fit reaches to θ_tr, so it has seen what it predicts.",
                significant(eq3.predictedByFit())),
            row(
                "Eq. 3, ½ sᵀHs",
                LOSS,
                "L_te(θ_te) + ½ sᵀHs, by a Hessian-vector product at θ_te.",
                significant(eq3.testLossAtTestPoint() + result.testFit().exactKappa() / 2)),
            row(
                "Second order with slope",
                LOSS,
                "L_te(θ_te) + gᵀs + ½ sᵀHs: the expansion to second order, with the slope, which Eq. 3 leaves out.",
                significant(eq3.predictedExactly()))));
  }

  private static NumberTable fits(ShiftMeasurement result) {
    return new NumberTable(
        "Curvature along the line",
        List.of("Train", "Test"),
        List.of(
            fit(
                result,
                "κ",
                LOSS,
                "sᵀHs of the symmetrized quadratic fit, vertex fixed at the point.",
                CurvatureFit::kappa),
            fit(
                result,
                "½ κ",
                LOSS,
                "For the test loss, the shift-curvature: what Eq. 3 adds.",
                CurvatureFit::halfKappa),
            fit(
                result,
                "κ / ‖s‖²",
                "nats / length²",
                "Curvature per length² along the line.",
                CurvatureFit::curvature),
            fit(
                result,
                "R²",
                "",
                "Share of the variance that the fit explains, at most 1.",
                CurvatureFit::rSquared),
            fit(
                result,
                "Residual RMS",
                LOSS,
                "Root mean square of what the fit leaves over.",
                CurvatureFit::residualRms),
            both(
                "Points",
                "",
                "Points of the fit, the reflected ones counted.",
                whole(result.trainFit().points()),
                whole(result.testFit().points())),
            fit(
                result,
                "κ, one-sided",
                LOSS,
                "The same points without reflection, vertex free.",
                CurvatureFit::oneSidedKappa),
            fit(
                result,
                "κ, second difference",
                LOSS,
                "From the three grid points around the point.",
                CurvatureFit::secondDifference),
            fit(
                result,
                "sᵀHs, exact",
                LOSS,
                "By a Hessian-vector product, without a fit.",
                CurvatureFit::exactKappa),
            fit(
                result,
                "gᵀs, slope",
                LOSS,
                "Slope of this loss along s at its own point, g = ∇L there: 0 at a minimum; the symmetrized fit counts it as"
                    + " curvature. Results of version 1 did not measure it at the end of a flow.",
                CurvatureFit::slope),
            fit(
                result,
                "−s·dθ/dt, slope of the flow",
                LOSS,
                "The same with the flow's own −dθ/dt at its end for g: where the flow goes to and fro across kinks of the loss"
                    + " (ReLU, max-pooling), the slope on average over both sides.",
                CurvatureFit::flowSlope)));
  }

  /** What is reported of both points. */
  public static NumberTable points(RefinedPoint train, RefinedPoint test) {
    return new NumberTable(
        "Refined points",
        List.of("Train", "Test"),
        List.of(
            point(
                train,
                test,
                "Kind",
                "",
                "A minimum passed its tolerance; a flow end is where a gradient flow stopped.",
                RefinedPoint::name),
            point(
                train,
                test,
                "Loss",
                LOSS,
                "The refined loss there, with the L2 term.",
                p -> significant(p.loss())),
            point(
                train,
                test,
                "‖∇L‖",
                "nats / length",
                "Norm of that loss's gradient there.",
                p -> significant(p.gradientNorm())),
            point(
                train,
                test,
                "Flow time τ",
                "η · steps",
                "How far the gradient flow was followed; 0 for a minimum.",
                p -> significant(p.flowTime())),
            point(
                train,
                test,
                "Barrier",
                LOSS,
                "How high the loss climbs on the straight path from the end of SGD, above the lowest point before; 0 where it only"
                    + " falls.",
                p -> significant(p.barrier())),
            point(
                train,
                test,
                "Gradients",
                "",
                "Full-data gradients spent.",
                p -> whole(p.gradients())),
            point(train, test, "Method", "", "How the point was found.", RefinedPoint::method)));
  }

  /** The end of SGD. */
  public static NumberTable sgd(ShiftMeasurement.SgdEnd sgd) {
    return new NumberTable(
        "End of SGD",
        List.of("Value"),
        List.of(
            row(
                "η",
                "",
                "Learning rate: T · B, with momentum that T counts T · B · (1 − μ).",
                significant(sgd.learningRate())),
            row("Steps", "", "SGD steps taken.", whole(sgd.steps())),
            row("Epochs", "", "Passes over the train samples.", significant(sgd.epochs())),
            row(
                "Flow time",
                "η · steps",
                "As reached" + (sgd.capped() ? "; the cap on epochs stopped it early." : "."),
                significant(sgd.flowTime()) + (sgd.capped() ? " (capped)" : "")),
            row(
                "Fall of the train loss",
                LOSS,
                "Mean loss of the minibatches over the tenth of the steps before the last less that over the last tenth, with its 95 %"
                    + " interval: whether SGD had settled.",
                sgd.fall().map(TrialNumbers::fall).orElse("—")),
            row(
                "Train loss",
                LOSS,
                "Mean train loss, without the L2 term.",
                significant(sgd.trainLoss())),
            row(
                "Test loss",
                LOSS,
                "Mean test loss, without the L2 term.",
                significant(sgd.testLoss())),
            row(
                "Train accuracy",
                "",
                "Share of train samples classified right.",
                percent(sgd.trainAccuracy())),
            row(
                "Test accuracy",
                "",
                "Share of test samples classified right.",
                percent(sgd.testAccuracy()))));
  }

  private static String fall(LossFall fall) {
    ConfidenceInterval interval = fall.interval();
    return significant(fall.before() - fall.last())
        + " ["
        + significant(interval.low())
        + ", "
        + significant(interval.high())
        + "]"
        + (fall.stillFalls() ? " (still falling)" : "");
  }

  private static NumberTable.Row fit(
      ShiftMeasurement result,
      String name,
      String unit,
      String meaning,
      ToDoubleFunction<CurvatureFit> value) {
    return both(
        name,
        unit,
        meaning,
        significant(value.applyAsDouble(result.trainFit())),
        significant(value.applyAsDouble(result.testFit())));
  }

  private static NumberTable.Row point(
      RefinedPoint train,
      RefinedPoint test,
      String name,
      String unit,
      String meaning,
      Function<RefinedPoint, String> value) {
    return both(name, unit, meaning, value.apply(train), value.apply(test));
  }

  private static NumberTable.Row both(
      String name, String unit, String meaning, String train, String test) {
    return row(name, unit, meaning, train, test);
  }
}
