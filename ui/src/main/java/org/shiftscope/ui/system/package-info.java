/** The page of the server itself. */
@NullMarked
package org.shiftscope.ui.system;

import org.jspecify.annotations.NullMarked;
