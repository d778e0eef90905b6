/** Every term of Eq. 4 on the pages: words, fields, figures and numbers; sweeps show them too. */
@NullMarked
package org.shiftscope.ui.kind.decomposition;

import org.jspecify.annotations.NullMarked;
