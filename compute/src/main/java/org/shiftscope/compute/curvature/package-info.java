/**
 * Curvatures of a loss: along a direction, the extremes, the trace, and the noise of the gradient.
 */
@NullMarked
package org.shiftscope.compute.curvature;

import org.jspecify.annotations.NullMarked;
