/** The check of Assumption 1: its trial, its costs, its theory, and what it finds. */
@NullMarked
package org.shiftscope.compute.kind.assumption;

import org.jspecify.annotations.NullMarked;
