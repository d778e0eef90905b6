/**
 * Small models with their data, drawn from a truth that is known, and their losses with all that
 * theory asks of them: Hessian, covariance of the gradient, minimum.
 */
@NullMarked
package org.shiftscope.compute.model;

import org.jspecify.annotations.NullMarked;
