/** The landscape: its trial, its costs, its theory, and what it finds. */
@NullMarked
package org.shiftscope.compute.kind.landscape;

import org.jspecify.annotations.NullMarked;
