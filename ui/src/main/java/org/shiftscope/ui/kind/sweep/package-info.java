/** A temperature sweep on the pages: words, fields, figures and numbers. */
@NullMarked
package org.shiftscope.ui.kind.sweep;

import org.jspecify.annotations.NullMarked;
