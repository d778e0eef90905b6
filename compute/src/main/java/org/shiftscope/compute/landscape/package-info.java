/**
 * Landscapes in one dimension and what theory says of SGD on them: basins, the effective potential,
 * the steady state, weights of basins, expected losses and their parts (Eqs. 3 to 8, Appendix E).
 */
@NullMarked
package org.shiftscope.compute.landscape;

import org.jspecify.annotations.NullMarked;
