package org.shiftscope.compute.landscape;

import java.util.Collections;
import java.util.List;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.FormulaCurve;
import org.shiftscope.compute.curve.GaussianSum;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.formula.Formula;

/** The landscapes of Figs. 4 and 6, and others for tests. */
final class PaperLandscapes {

  private PaperLandscapes() {}

  static LossLandscape fig4Left() {
    return gaussians(List.of(-1.0, 1.0), List.of(0.021, 0.1), List.of(0.1, 0.5), 0.1);
  }

  static LossLandscape fig4Right() {
    return gaussians(List.of(-1.0, 1.0), List.of(0.019, 0.1), List.of(0.1, 0.5), 0.1);
  }

  static LossLandscape fig6Left() {
    return gaussians(List.of(0.0), List.of(0.1), List.of(0.1), 0.03);
  }

  static LossLandscape fig6Right() {
    return gaussians(
        List.of(-1.0, 0.0, 1.0), List.of(0.1, 0.051, 0.3), List.of(0.1, 0.05, 0.3), 0.1);
  }

  static LossLandscape formula(String loss, String noise, double shift, double from, double to) {
    return new LossLandscape(curve(loss), shift, curve(noise), from, to);
  }

  static Curve curve(String formula) {
    return new FormulaCurve(Formula.parse(formula, Collections.singletonList("x")));
  }

  private static LossLandscape gaussians(
      List<Double> minima, List<Double> weights, List<Double> sigmas, double shift) {
    return new LossLandscape(
        new GaussianSum(minima, weights, sigmas), shift, curve("0.001"), -3, 3);
  }
}
