/** The pages of shared views, for whoever has a link: no account, no session, no cookie. */
@NullMarked
package org.shiftscope.server.shared;

import org.jspecify.annotations.NullMarked;
