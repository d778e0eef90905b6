/** How a trial runs: train, refine, interpolate, fit. */
@NullMarked
package org.shiftscope.compute.trial;

import org.jspecify.annotations.NullMarked;
