/**
 * More parameters than samples (Section 5 and Appendix D of the paper): the span of the samples'
 * gradients, the shift inside it, and the modified SGD.
 */
@NullMarked
package org.shiftscope.compute.overparametrized;

import org.jspecify.annotations.NullMarked;
