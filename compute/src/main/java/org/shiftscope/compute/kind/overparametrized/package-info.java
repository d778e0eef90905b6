/** The overparametrized case: its trial, its costs, its theory, and what it finds. */
@NullMarked
package org.shiftscope.compute.kind.overparametrized;

import org.jspecify.annotations.NullMarked;
