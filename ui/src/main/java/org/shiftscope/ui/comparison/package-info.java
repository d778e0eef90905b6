/** The page that compares experiments at equal temperature. */
@NullMarked
package org.shiftscope.ui.comparison;

import org.jspecify.annotations.NullMarked;
