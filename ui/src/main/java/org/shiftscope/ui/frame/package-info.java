/** What every page stands in: the bar on top, the ways to other pages, and the server behind. */
@NullMarked
package org.shiftscope.ui.frame;

import org.jspecify.annotations.NullMarked;
