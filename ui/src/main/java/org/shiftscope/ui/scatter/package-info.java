/** Any two quantities of the trials against each other. */
@NullMarked
package org.shiftscope.ui.scatter;

import org.jspecify.annotations.NullMarked;
