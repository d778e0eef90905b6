@NullMarked
package org.shiftscope.server.print;

import org.jspecify.annotations.NullMarked;
