/**
 * Other coordinates φ = r(θ) of a loss (Appendix C): the loss as a function of φ with its own
 * gradient and Hessian, and what of Eqs 3 and 4 is the same there.
 */
@NullMarked
package org.shiftscope.compute.invariance;

import org.jspecify.annotations.NullMarked;
