package org.shiftscope.ui.kind.decomposition;

import static org.shiftscope.ui.kind.NumberTable.row;
import static org.shiftscope.ui.wording.FormatNumber.percent;
import static org.shiftscope.ui.wording.FormatNumber.significant;
import static org.shiftscope.ui.wording.FormatNumber.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Decomposition.Change;
import org.shiftscope.compute.result.Decomposition.Part;
import org.shiftscope.compute.result.Decomposition.ProjectedShift;
import org.shiftscope.compute.result.DecompositionMeasurement;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.NumberTable.Row;
import org.shiftscope.ui.kind.sweep.TrialNumbers;

/** The numbers of one decomposed trial, in tables. */
public final class DecompositionNumbers {

  private static final String NATS = "nats";

  private DecompositionNumbers() {}

  static List<NumberTable> of(DecompositionMeasurement result) {
    List<NumberTable> tables = new ArrayList<>(of(result.decomposition()));
    tables.add(TrialNumbers.points(result.trainPoint(), result.testPoint()));
    tables.add(TrialNumbers.sgd(result.sgd()));
    return List.copyOf(tables);
  }

  /** Those of the terms and of the window. */
  public static List<NumberTable> of(Decomposition found) {
    return Stream.concat(
            Stream.of(terms(found)),
            Stream.concat(
                found.projected().map(projected -> shifts(found, projected)).stream(),
                Stream.of(window(found), arrival(found))))
        .toList();
  }

  private static NumberTable shifts(Decomposition found, ProjectedShift projected) {
    return new NumberTable(
        "Projected shift (Eq. 12)",
        List.of("Plain", "Projected"),
        List.of(
            row(
                "Directions",
                "",
                "Of all parameters, and those that the gradients of the "
                    + whole(projected.samples())
                    + " test samples span: P projects onto these.",
                whole(projected.parameters()),
                whole(projected.directions())),
            row(
                "‖s‖",
                "length",
                "s = θ_tr − θ_te, and P s.",
                significant(found.window().shiftNorm()),
                significant(projected.norm())),
            row(
                "gᵀs",
                NATS,
                "Slope along it.",
                significant(found.shiftSlope().value()),
                significant(projected.slope())),
            row(
                "½ sᵀHs",
                NATS,
                "Shift-curvature.",
                significant(found.shiftCurvature().value()),
                significant(projected.shiftCurvature()))));
  }

  private static NumberTable terms(Decomposition found) {
    return new NumberTable(
        "Terms of Eq. 4",
        List.of("Value", "± over the window"),
        List.of(
            part("L_te(θ_te)", "Test loss at the test point.", found.testLoss()),
            part("gᵀs", "Slope along the shift: 0 at a minimum.", found.shiftSlope()),
            part("gᵀb", "Slope along the bias.", found.biasSlope()),
            part("½ sᵀHs", "Shift-curvature.", found.shiftCurvature()),
            part("sᵀHb", "Cross term of shift and bias.", found.crossTerm()),
            part("½ bᵀHb", "Bias-curvature, b = θ̄ − θ_tr.", found.biasCurvature()),
            part(
                "½ tr(HΣ)",
                "Covariance-curvature, 1 / (2 (n − 1)) Σ δ_iᵀHδ_i.",
                found.covarianceCurvature()),
            part("Sum", "Of all these.", found.sum()),
            part("Measured", "Mean test loss of the iterates.", found.measuredMean()),
            part(
                "Residual",
                "Measured less the sum over the same iterates (1 / (2 n) in the covariance's term):"
                    + " "
                    + found.verdict().title()
                    + ", "
                    + percent(found.residualShare())
                    + " of the excess.",
                found.residual()),
            row(
                "L_te(θ̄) − quadratic",
                NATS,
                "What the quadratic model misses at the mean of the iterates: third order.",
                significant(found.thirdOrder()),
                "")));
  }

  private static Row part(String name, String meaning, Part part) {
    return row(
        name,
        NATS,
        meaning,
        significant(part.value()),
        part.error() == 0 ? "" : significant(part.error()));
  }

  private static NumberTable window(Decomposition found) {
    var window = found.window();
    return new NumberTable(
        "Window of SGD",
        List.of("Value"),
        List.of(
            row("Iterates", "", "n, evenly spaced.", whole(window.iterates())),
            row(
                "Effective iterates",
                "",
                "Independent ones that would tell the mean loss as well, to about a factor of 2.",
                significant(found.effectiveSamples())),
            row("Steps", "", "SGD steps of the window.", whole(window.steps())),
            row("Flow time", "η · steps", "As reached.", significant(window.flowTime())),
            row("η", "", "Learning rate.", significant(window.learningRate())),
            row("‖s‖", "length", "s = θ_tr − θ_te.", significant(window.shiftNorm())),
            row("‖b‖", "length", "b = θ̄ − θ_tr.", significant(window.biasNorm())),
            row("√tr Σ", "length", "Spread of the iterates.", significant(window.spread()))));
  }

  private static NumberTable arrival(Decomposition found) {
    var arrival = found.arrival();
    return new NumberTable(
        arrival.stationary() ? "Arrival: stationary within errors" : "Arrival: still drifting",
        List.of("Value", "±"),
        List.of(
            change(
                "Change of L_te", "Second half of the window less the first.", arrival.testLoss()),
            change("Change of L_tr", "The same, at 8 iterates.", arrival.trainLoss()),
            change("Drift of gᵀθ", "Over the whole window.", arrival.slope()),
            row(
                "Halves of θ̄ apart",
                "length",
                "Between the means of the halves; "
                    + significant(arrival.meanExpected())
                    + " is expected of a stationary window: "
                    + said(arrival.meanStays()),
                significant(arrival.meanDistance()),
                ""),
            ratio("First ratio", "E[(θ − θ̄)·∇L_tr] over (T/2) E tr C (Yaida).", arrival.first()),
            ratio("Second ratio", "E‖∇L_tr‖² over (T/2) E tr(HC) (Yaida).", arrival.second())));
  }

  private static Row change(String name, String meaning, Change change) {
    return row(
        name,
        NATS,
        meaning + " It " + said(change.stays()),
        significant(change.value()),
        significant(change.error()));
  }

  private static String said(boolean stays) {
    return stays ? "stays within errors." : "moves.";
  }

  private static Row ratio(String name, String meaning, Part ratio) {
    return row(name, "", meaning, significant(ratio.value()), significant(ratio.error()));
  }
}
