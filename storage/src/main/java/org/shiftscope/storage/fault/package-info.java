/** What a process does about faults of its own. */
@NullMarked
package org.shiftscope.storage.fault;

import org.jspecify.annotations.NullMarked;
