/** A trial as a row of named stages: its progress, its checkpoints, and going on from them. */
@NullMarked
package org.shiftscope.compute.stage;

import org.jspecify.annotations.NullMarked;
