/**
 * The steady state of real SGD on small models (Eqs 5, 6, 9-11 and 13 and Appendix B.2 of the
 * paper): what theory says of it from the samples alone, and what a long run measures.
 */
@NullMarked
package org.shiftscope.compute.steadystate;

import org.jspecify.annotations.NullMarked;
