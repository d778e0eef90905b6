/** Experiments that a page looks at together. */
@NullMarked
package org.shiftscope.ui.chosen;

import org.jspecify.annotations.NullMarked;
