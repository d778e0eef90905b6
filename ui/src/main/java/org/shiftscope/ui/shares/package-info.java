/** The sharing of what a page shows, and the list of shares. */
@NullMarked
package org.shiftscope.ui.shares;

import org.jspecify.annotations.NullMarked;
