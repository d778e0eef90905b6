/** More parameters than samples on the pages: words, fields, figures and numbers. */
@NullMarked
package org.shiftscope.ui.kind.overparametrized;

import org.jspecify.annotations.NullMarked;
