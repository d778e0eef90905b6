/** Experiments compared with one another at equal temperature. */
@NullMarked
package org.shiftscope.compute.comparison;

import org.jspecify.annotations.NullMarked;
