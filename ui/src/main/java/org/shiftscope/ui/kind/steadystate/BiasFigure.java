package org.shiftscope.ui.kind.steadystate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.result.SteadyStateMeasurement.Shift;
import org.shiftscope.compute.result.SteadyStateTheory;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
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
    int along = 0;
    for (int i = 0; i < seen.theory().eigenvalues().size(); i++) {
      if (size(seen.theory(), i) > size(seen.theory(), along)) {
        along = i;
      }
    }
    int axis = along;
    List<Layer> layers = new ArrayList<>();
    layers.add(seen.line("Mean", 0, Stroke.SOLID, seen.theory().meanPerTemperature().get(axis)));
    layers.add(seen.line("b", 2, Stroke.DASHED, seen.theory().biasPerTemperature().get(axis)));
    if (!seen.trials().isEmpty()) {
      SteadyStateMeasurement any = seen.trials().getFirst();
      layers.add(
          seen.line(
              "Mode", 1, Stroke.SOLID, any.mode().theory().get(axis) / any.run().temperature()));
      layers.add(shifts(seen, "SGD's mean", 0, axis, SteadyStateMeasurement::mean));
      layers.add(shifts(seen, "SGD's mode", 1, axis, SteadyStateMeasurement::mode));
    }
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

  private static double size(SteadyStateTheory theory, int axis) {
    return Math.abs(theory.meanPerTemperature().get(axis) - theory.biasPerTemperature().get(axis));
  }

  private static Dots shifts(
      SteadyStateSeen seen,
      String title,
      int colour,
      int axis,
      Function<SteadyStateMeasurement, Shift> shift) {
    return seen.against(
        title,
        colour,
        batchSize -> true,
        trial -> shift.apply(trial).measured().get(axis),
        trial -> shift.apply(trial).error().get(axis));
  }
}
