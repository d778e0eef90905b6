/** The kind of experiment that looks at the terms of Eqs 3 and 4 in other coordinates. */
@NullMarked
package org.shiftscope.compute.kind.invariance;

import org.jspecify.annotations.NullMarked;
