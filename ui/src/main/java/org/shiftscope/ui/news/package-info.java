/** Pages that follow what happens. */
@NullMarked
package org.shiftscope.ui.news;

import org.jspecify.annotations.NullMarked;
