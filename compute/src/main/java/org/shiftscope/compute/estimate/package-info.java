/** Times real steps, to tell before a launch how long an experiment takes. */
@NullMarked
package org.shiftscope.compute.estimate;

import org.jspecify.annotations.NullMarked;
