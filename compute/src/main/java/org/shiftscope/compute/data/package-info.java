/** The datasets: read from files, checked, and kept as plain numbers. */
@NullMarked
package org.shiftscope.compute.data;

import org.jspecify.annotations.NullMarked;
