@NullMarked
package org.shiftscope.server.command;

import org.jspecify.annotations.NullMarked;
