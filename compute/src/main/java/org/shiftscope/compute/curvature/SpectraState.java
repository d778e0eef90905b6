package org.shiftscope.compute.curvature;

import java.util.List;

/**
 * The spectra of both points between two of their steps.
 *
 * @param steps the numbers that each finished step found, in the order of {@link MeasureSpectra}
 */
public record SpectraState(List<double[]> steps) {}
