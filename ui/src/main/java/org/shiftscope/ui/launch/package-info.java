/** How a person asks for an experiment: the form, its checks and the estimate. */
@NullMarked
package org.shiftscope.ui.launch;

import org.jspecify.annotations.NullMarked;
