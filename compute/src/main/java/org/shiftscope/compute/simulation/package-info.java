/**
 * Diffusions in one dimension: ensembles of walkers (Eqs 9 and 11 of the paper), the Fokker-Planck
 * equation on a grid (Eq. 10), and how far both are from a density such as that of Eq. 5.
 */
@NullMarked
package org.shiftscope.compute.simulation;

import org.jspecify.annotations.NullMarked;
