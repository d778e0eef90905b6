/** Numbers, times and states as people read them. */
@NullMarked
package org.shiftscope.ui.wording;

import org.jspecify.annotations.NullMarked;
