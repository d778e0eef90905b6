/** Ways down the loss: SGD, the gradient flow, and descent to a minimum. */
@NullMarked
package org.shiftscope.compute.descent;

import org.jspecify.annotations.NullMarked;
