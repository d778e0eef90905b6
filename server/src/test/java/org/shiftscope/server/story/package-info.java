@NullMarked
package org.shiftscope.server.story;

import org.jspecify.annotations.NullMarked;
