package org.shiftscope.compute.diffusion;

import java.util.List;
import org.shiftscope.compute.curvature.ProductsState;
import org.shiftscope.compute.result.DiffusionMeasurement.NoiseDirection;

/** {@link MeasureNoise} between two products or two samples' gradients. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public sealed interface NoiseState {

  /** In the search for the top eigenvector. */
  record Searching(ProductsState search) implements NoiseState {}

  /**
   * In the pass over the samples, or after it.
   *
   * @param top the top eigenvector, shape [d]
   * @param along gradients along the three directions so far, shape [samples done · 3]
   * @param measured the directions that are done
   */
  record Passing(double[] top, double[] along, List<NoiseDirection> measured)
      implements NoiseState {}
}
