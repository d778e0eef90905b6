/** What is known of the server itself: what the page and REST of the system tell. */
@NullMarked
package org.shiftscope.ui.observed;

import org.jspecify.annotations.NullMarked;
