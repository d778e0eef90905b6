package org.shiftscope.ui.kind.sweep;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.TemperatureSweep;

/** Trends of one unit that are looked at together, by their ids in the findings. */
enum Subject {
  LOSSES(
      "losses",
      "Losses at the two points",
      "",
      "Loss (nats per sample)",
      "θ_tr is the refined point of the train loss, θ_te that of the test loss, trained on the test labels, so that L_te(θ_te) is no generalization; both losses carry the L2 term. The gap between the two test losses"
          + " is what the shift costs.",
      "train-loss-at-train-point",
      "test-loss-at-test-point",
      "test-loss-at-train-point"),
  CURVATURE(
      "curvature",
      "Curvature along the shift",
      "\\kappa / \\lVert s \\rVert^2",
      "κ / ‖s‖² (loss per length²)",
      "How sharply each loss bends along the line through both points, per length², from the symmetrized fit.",
      "test-curvature",
      "train-curvature"),
  SHIFT(
      "shift",
      "Length of the shift",
      "\\lVert s \\rVert, \\quad s = \\theta_{tr} - \\theta_{te}",
      "‖s‖ (length in parameter space)",
      "The distance between the train point and the test point.",
      "shift-norm"),
  SHIFT_CURVATURE(
      "shift-curvature",
      "Shift-curvature and slope",
      "L_{te}(\\theta_{tr}) \\approx L_{te}(\\theta_{te}) + \\tfrac12 s^{\\mathsf T} H_{te}\\, s \\quad \\text{(Eq. 3)}",
      "Loss (nats per sample)",
      "Eq. 3 adds ½ κ_te to the test loss at θ_te. Where θ_te is no minimum the fit counts the slope gᵀs as"
          + " curvature; the exact ½ sᵀHs stands beside it.",
      "shift-curvature",
      "exact-shift-curvature",
      "slope"),
  EIGENVALUE(
      "eigenvalue",
      "Largest eigenvalue of the Hessian",
      "\\lambda_{\\max}(H)",
      "Eigenvalue (loss per length²)",
      "How sharply each loss bends in its sharpest direction, at its own point: the Hessian's largest eigenvalue by Lanczos' method. The L2"
          + " term adds λ.",
      "test-largest",
      "train-largest"),
  TRACE(
      "trace",
      "Trace of the Hessian",
      "\\operatorname{tr} H",
      "tr H (loss per length²)",
      "The sum of all eigenvalues of each loss's Hessian at its own point, by Hutch++; its standard error stands with each trial.",
      "test-trace",
      "train-trace");

  private static final Set<Subject> OF_SPECTRA = EnumSet.of(EIGENVALUE, TRACE);

  final String id;
  final String title;
  final String formula;
  final String unit;
  final String explanation;
  final List<String> trends;

  Subject(
      String id, String title, String formula, String unit, String explanation, String... trends) {
    this.id = id;
    this.title = title;
    this.formula = formula;
    this.unit = unit;
    this.explanation = explanation;
    this.trends = List.of(trends);
  }

  /** What a sweep measures: the Hessian's eigenvalues and trace only where they were asked for. */
  static List<Subject> of(TemperatureSweep sweep) {
    return Stream.of(values())
        .filter(subject -> sweep.curvature().isPresent() || !OF_SPECTRA.contains(subject))
        .toList();
  }
}
