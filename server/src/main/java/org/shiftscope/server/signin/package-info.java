/**
 * The pages that somebody sees who has not signed in: plain HTML, without a script or a session.
 */
@NullMarked
package org.shiftscope.server.signin;

import org.jspecify.annotations.NullMarked;
