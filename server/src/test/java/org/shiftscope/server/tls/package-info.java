@NullMarked
package org.shiftscope.server.tls;

import org.jspecify.annotations.NullMarked;
