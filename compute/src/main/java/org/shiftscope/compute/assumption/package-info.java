/**
 * Assumption 1 of the paper (Appendix B.1): whether the field C⁻¹ (∇L + (T/2) ∇·C) is a gradient,
 * and what the steady state does where it is not.
 */
@NullMarked
package org.shiftscope.compute.assumption;

import org.jspecify.annotations.NullMarked;
