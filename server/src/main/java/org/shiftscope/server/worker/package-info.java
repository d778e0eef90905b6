/** What takes trials from the queue and runs them. */
@NullMarked
package org.shiftscope.server.worker;

import org.jspecify.annotations.NullMarked;
