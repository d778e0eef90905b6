/** A landscape on the pages: words, fields, figures and numbers. */
@NullMarked
package org.shiftscope.ui.kind.landscape;

import org.jspecify.annotations.NullMarked;
