/** Numbers of this server for Prometheus: docs/observing.md lists them. */
@NullMarked
package org.shiftscope.server.metrics;

import org.jspecify.annotations.NullMarked;
