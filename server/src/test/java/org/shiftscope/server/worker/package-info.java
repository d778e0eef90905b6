/** What takes trials from the queue, at the end of memory. */
@NullMarked
package org.shiftscope.server.worker;

import org.jspecify.annotations.NullMarked;
