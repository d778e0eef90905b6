/** One experiment: its trends, trials, lines and spec, live. */
@NullMarked
package org.shiftscope.ui.experiment;

import org.jspecify.annotations.NullMarked;
