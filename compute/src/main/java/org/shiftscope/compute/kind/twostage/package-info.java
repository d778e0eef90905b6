/** The kind that trains in two stages, and asks whether losses depend on T = η / B alone. */
@NullMarked
package org.shiftscope.compute.kind.twostage;

import org.jspecify.annotations.NullMarked;
