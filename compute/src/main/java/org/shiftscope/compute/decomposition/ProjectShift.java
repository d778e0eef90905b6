package org.shiftscope.compute.decomposition;

import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.overparametrized.MeasureSpan;
import org.shiftscope.compute.overparametrized.SpanState;
import org.shiftscope.compute.result.Decomposition.ProjectedShift;
import org.shiftscope.compute.stage.StageRun;

/**
 * Projects the shift onto the span of the test samples' gradients at the test point (Eq. 12), and
 * measures it there. The span is that of the data alone: λθ lies in it at a minimum, and would be
 * one direction more elsewhere.
 */
final class ProjectShift {

  private ProjectShift() {}

  /**
   * Measures.
   *
   * @param test the test loss of all terms
   * @param run goes on between two samples
   */
  static ProjectedShift of(DatasetLoss test, Window window, StageRun<SpanState> run) {
    var span = new MeasureSpan(test.withoutL2(), window.test(), run);
    double[] projected = span.project(Vectors.difference(window.train(), window.test()));
    DirectionalCurvature along = DirectionalCurvature.at(test, window.test(), projected);
    return new ProjectedShift(
        test.sampleCount(),
        projected.length,
        span.directions(),
        Vectors.norm(projected),
        along.slope(),
        along.curvature() / 2);
  }
}
