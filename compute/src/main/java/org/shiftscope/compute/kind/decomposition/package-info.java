/** The kind that decomposes the expected test loss by Eq. 4. */
@NullMarked
package org.shiftscope.compute.kind.decomposition;

import org.jspecify.annotations.NullMarked;
