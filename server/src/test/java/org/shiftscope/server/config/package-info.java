@NullMarked
package org.shiftscope.server.config;

import org.jspecify.annotations.NullMarked;
