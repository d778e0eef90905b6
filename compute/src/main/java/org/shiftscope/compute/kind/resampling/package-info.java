/** Resampling: its costs, and what it finds. Its trial is one of a temperature sweep. */
@NullMarked
package org.shiftscope.compute.kind.resampling;

import org.jspecify.annotations.NullMarked;
