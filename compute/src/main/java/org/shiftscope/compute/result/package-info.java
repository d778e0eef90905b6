/** What a trial found: typed results, and their JSON form. */
@NullMarked
package org.shiftscope.compute.result;

import org.jspecify.annotations.NullMarked;
