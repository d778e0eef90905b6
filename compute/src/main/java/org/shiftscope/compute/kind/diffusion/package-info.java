/** The accuracy of diffusion: its trial, its costs, its theory, and what it finds. */
@NullMarked
package org.shiftscope.compute.kind.diffusion;

import org.jspecify.annotations.NullMarked;
