/** Stochastic processes whose moments are known: what SGD's noise and its steady state come to. */
@NullMarked
package org.shiftscope.compute.process;

import org.jspecify.annotations.NullMarked;
