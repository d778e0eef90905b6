/**
 * Verdicts on the paper's claims: what a kind's results hold for or against one, and what all of
 * them say together.
 */
@NullMarked
package org.shiftscope.compute.claim;

import org.jspecify.annotations.NullMarked;
