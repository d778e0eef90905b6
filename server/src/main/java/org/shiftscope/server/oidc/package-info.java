/** Sign-in by an OpenID provider: what is asked of it, and whether its word holds. */
@NullMarked
package org.shiftscope.server.oidc;

import org.jspecify.annotations.NullMarked;
