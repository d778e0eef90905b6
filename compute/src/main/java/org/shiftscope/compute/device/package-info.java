/** What networks are computed on: the processor, or graphics cards where ND4J can use them. */
@NullMarked
package org.shiftscope.compute.device;

import org.jspecify.annotations.NullMarked;
