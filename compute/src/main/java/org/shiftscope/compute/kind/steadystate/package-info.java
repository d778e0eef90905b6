/** The steady state: its trial, its costs, its theory, and what it finds. */
@NullMarked
package org.shiftscope.compute.kind.steadystate;

import org.jspecify.annotations.NullMarked;
