/** The steady state of SGD on the pages: words, fields, figures and numbers. */
@NullMarked
package org.shiftscope.ui.kind.steadystate;

import org.jspecify.annotations.NullMarked;
