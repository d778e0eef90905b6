/** Tests of storage, on the real database. */
@NullMarked
package org.shiftscope.storage;

import org.jspecify.annotations.NullMarked;
