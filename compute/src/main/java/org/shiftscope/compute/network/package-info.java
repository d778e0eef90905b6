/** Networks on ND4J: their shape, their loss and its gradient. No INDArray leaves the package. */
@NullMarked
package org.shiftscope.compute.network;

import org.jspecify.annotations.NullMarked;
