/** Files that other programs read. */
@NullMarked
package org.shiftscope.compute.export;

import org.jspecify.annotations.NullMarked;
