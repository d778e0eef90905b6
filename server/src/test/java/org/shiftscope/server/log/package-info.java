@NullMarked
package org.shiftscope.server.log;

import org.jspecify.annotations.NullMarked;
