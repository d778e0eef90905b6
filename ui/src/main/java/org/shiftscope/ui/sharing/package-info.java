/** What can be shared, on which terms, and the making of a share; without pages. */
@NullMarked
package org.shiftscope.ui.sharing;

import org.jspecify.annotations.NullMarked;
