/** Who may do what, and who did: accounts, sessions, API tokens, one-time links, the audit log. */
@NullMarked
package org.shiftscope.storage.accounts;

import org.jspecify.annotations.NullMarked;
