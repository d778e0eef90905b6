/** Assumption 1 on the pages: words, fields, figures and numbers. */
@NullMarked
package org.shiftscope.ui.kind.assumption;

import org.jspecify.annotations.NullMarked;
