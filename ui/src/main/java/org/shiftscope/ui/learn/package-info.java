/** The paper's idea in five pictures, drawn live by the engine of landscapes. */
@NullMarked
package org.shiftscope.ui.learn;

import org.jspecify.annotations.NullMarked;
