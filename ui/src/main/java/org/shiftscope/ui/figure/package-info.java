/** Figures of an experiment, theory over results, in the live form and on the result page. */
@NullMarked
package org.shiftscope.ui.figure;

import org.jspecify.annotations.NullMarked;
