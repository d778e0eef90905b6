/** What a result rests on, and whether running it again gives the same. */
@NullMarked
package org.shiftscope.compute.reproduction;

import org.jspecify.annotations.NullMarked;
