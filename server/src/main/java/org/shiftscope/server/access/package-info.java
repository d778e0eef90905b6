/** Who asks, whether they may, and whether it is this server that they mean. */
@NullMarked
package org.shiftscope.server.access;

import org.jspecify.annotations.NullMarked;
