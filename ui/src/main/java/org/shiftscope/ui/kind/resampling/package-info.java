/** Resampling on the pages: words, fields, figures and numbers. */
@NullMarked
package org.shiftscope.ui.kind.resampling;

import org.jspecify.annotations.NullMarked;
