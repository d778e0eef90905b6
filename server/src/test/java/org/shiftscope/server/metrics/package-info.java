@NullMarked
package org.shiftscope.server.metrics;

import org.jspecify.annotations.NullMarked;
