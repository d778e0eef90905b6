@NullMarked
package org.shiftscope.server;

import org.jspecify.annotations.NullMarked;
