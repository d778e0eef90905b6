/** REST under {@code /api}: each handler parses, makes one call, and answers. */
@NullMarked
package org.shiftscope.server.rest;

import org.jspecify.annotations.NullMarked;
