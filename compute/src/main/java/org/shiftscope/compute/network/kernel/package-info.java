/**
 * What makes networks fast: the operations that they are made of, on the processor's vectors and on
 * whatever ND4J computes on. Nothing here knows of layers.
 */
@NullMarked
package org.shiftscope.compute.network.kernel;

import org.jspecify.annotations.NullMarked;
