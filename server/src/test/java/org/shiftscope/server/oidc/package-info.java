@NullMarked
package org.shiftscope.server.oidc;

import org.jspecify.annotations.NullMarked;
