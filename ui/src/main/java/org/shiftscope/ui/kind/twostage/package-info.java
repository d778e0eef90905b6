/** The two-stage experiment on the pages: words, fields, figures and numbers. */
@NullMarked
package org.shiftscope.ui.kind.twostage;

import org.jspecify.annotations.NullMarked;
