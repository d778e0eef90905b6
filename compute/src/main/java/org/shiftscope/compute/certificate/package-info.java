/**
 * Whether a refined point is a minimum of its loss: the evidence, and the one place that judges.
 */
@NullMarked
package org.shiftscope.compute.certificate;

import org.jspecify.annotations.NullMarked;
