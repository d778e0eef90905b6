/**
 * Networks: their layers, parameters, passes and losses, above the operations of {@code kernel}. No
 * INDArray leaves the package.
 */
@NullMarked
package org.shiftscope.compute.network;

import org.jspecify.annotations.NullMarked;
