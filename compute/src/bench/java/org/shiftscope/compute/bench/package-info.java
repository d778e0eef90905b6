/**
 * `make bench`: training steps and sweeps against libtorch, and against the machine's GEMM peak.
 */
@NullMarked
package org.shiftscope.compute.bench;

import org.jspecify.annotations.NullMarked;
