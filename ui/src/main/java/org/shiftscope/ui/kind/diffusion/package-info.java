/** The accuracy of diffusion on the pages: words, fields, figures and numbers. */
@NullMarked
package org.shiftscope.ui.kind.diffusion;

import org.jspecify.annotations.NullMarked;
