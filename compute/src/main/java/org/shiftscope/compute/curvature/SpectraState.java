package org.shiftscope.compute.curvature;

import java.util.List;
import java.util.Optional;

/**
 * The spectra of both points between two products.
 *
 * @param steps the numbers that each finished step found, in the order of {@link MeasureSpectra}
 * @param within the step that is not finished; empty between two steps
 */
public record SpectraState(List<double[]> steps, Optional<ProductsState> within) {}
