/** The losses along the line through two points, and the curvatures there. */
@NullMarked
package org.shiftscope.compute.line;

import org.jspecify.annotations.NullMarked;
