/**
 * How well the Langevin equation (Eq. 11 of the paper) stands for SGD (Eq. 9): the cumulants of the
 * gradient's noise, the terms that the diffusion leaves out, and the weak error.
 */
@NullMarked
package org.shiftscope.compute.diffusion;

import org.jspecify.annotations.NullMarked;
