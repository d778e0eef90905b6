/** The one Jetty on the one port: REST under {@code /api}, pages under {@code /}. */
@NullMarked
package org.shiftscope.server.web;

import org.jspecify.annotations.NullMarked;
