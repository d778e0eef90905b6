/**
 * Curves: smooth functions of one variable with their derivatives, and the losses and the noise
 * that are made of them.
 */
@NullMarked
package org.shiftscope.compute.curve;

import org.jspecify.annotations.NullMarked;
