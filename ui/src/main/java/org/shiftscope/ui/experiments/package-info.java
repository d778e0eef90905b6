/** The list of all experiments. */
@NullMarked
package org.shiftscope.ui.experiments;

import org.jspecify.annotations.NullMarked;
