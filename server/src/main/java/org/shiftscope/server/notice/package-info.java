/** Tells recipients of experiments that ended: webhooks and e-mail. */
@NullMarked
package org.shiftscope.server.notice;

import org.jspecify.annotations.NullMarked;
