/** The process: it reads its configuration, opens storage, starts the workers and serves. */
@NullMarked
package org.shiftscope.server;

import org.jspecify.annotations.NullMarked;
