/** Finds out what the machine has to compute on, and starts ND4J on it. */
@NullMarked
package org.shiftscope.server.device;

import org.jspecify.annotations.NullMarked;
