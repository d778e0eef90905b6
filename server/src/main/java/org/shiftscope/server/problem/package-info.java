/** What went wrong with a request, as RFC 9457 has it. */
@NullMarked
package org.shiftscope.server.problem;

import org.jspecify.annotations.NullMarked;
