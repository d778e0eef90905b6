/** The temperature sweep: its trial, its costs, and what it finds. */
@NullMarked
package org.shiftscope.compute.kind.sweep;

import org.jspecify.annotations.NullMarked;
