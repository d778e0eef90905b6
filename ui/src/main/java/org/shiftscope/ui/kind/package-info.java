/** What the pages say and show of each kind of experiment: {@code KindPage}, and a package each. */
@NullMarked
package org.shiftscope.ui.kind;

import org.jspecify.annotations.NullMarked;
