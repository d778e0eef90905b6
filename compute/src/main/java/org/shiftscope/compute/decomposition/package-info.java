/**
 * Every term of Eq. 4 for one basin of a loss, from iterates of SGD: overlaps with the gradient and
 * the Hessian at the test point first, then algebra on those scalars.
 */
@NullMarked
package org.shiftscope.compute.decomposition;

import org.jspecify.annotations.NullMarked;
