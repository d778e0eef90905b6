/** Random streams, each from the run's seed by a named split. */
@NullMarked
package org.shiftscope.compute.random;

import org.jspecify.annotations.NullMarked;
