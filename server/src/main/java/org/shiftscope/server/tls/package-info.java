/** The server's own certificate: read from files, and followed as they are renewed. */
@NullMarked
package org.shiftscope.server.tls;

import org.jspecify.annotations.NullMarked;
