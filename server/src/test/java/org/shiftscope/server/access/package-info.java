@NullMarked
package org.shiftscope.server.access;

import org.jspecify.annotations.NullMarked;
