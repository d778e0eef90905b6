package org.shiftscope.ui.kind.steadystate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.SteadyStateFindings;
import org.shiftscope.compute.result.SteadyStateFindings.Bias;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.wording.FormatNumber;

/**
 * How far mean and mode lie from the minimum, along the eigenvector on which the mean and b differ
 * most.
 */
final class BiasFigure {

  private BiasFigure() {}

  static Figure of(SteadyStateSeen seen) {
    Optional<Bias> found =
        seen.found().map(SteadyStateFindings::bias).filter(bias -> bias.axis() >= 0);
    int axis = found.map(Bias::axis).orElseGet(seen.theory()::biasAxis);
    List<Layer> layers = new ArrayList<>();
    layers.add(seen.line("Mean", 0, Stroke.SOLID, seen.theory().meanPerTemperature().get(axis)));
    layers.add(seen.line("b", 2, Stroke.DASHED, seen.theory().biasPerTemperature().get(axis)));
    found.ifPresent(
        bias -> {
          layers.add(seen.line("Mode", 1, Stroke.SOLID, bias.modePerTemperature()));
          layers.add(seen.against("SGD's mean", 0, "mean-shift"));
          layers.add(seen.against("SGD's mode", 1, "mode-shift"));
        });
    return new Figure(
        new Caption(
            "bias",
            "Bias against the minimum",
            "b = -\\tfrac T2 H^{-1} \\nabla \\!\\cdot C; \\quad \\mathbb E\\, \\theta - \\theta^* = -\\tfrac12 H^{-1} (\\nabla^3 L : \\Sigma)",
            seen.without(
                "To first order, all shifts are linear in T; along the Hessian's eigenvector of h = "
                    + FormatNumber.significant(seen.theory().eigenvalues().get(axis))
                    + ". The paper's b is the mode of Eq. 5's density, not its mean; SGD's own mode also"
                    + " feels the third cumulant of the gradients, which Eq. 10 leaves out.")),
        seen.temperatureAxis(),
        FigureAxis.linear("θ − θ* along the eigenvector"),
        layers);
  }
}
