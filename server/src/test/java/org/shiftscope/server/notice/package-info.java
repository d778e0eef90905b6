@NullMarked
package org.shiftscope.server.notice;

import org.jspecify.annotations.NullMarked;
