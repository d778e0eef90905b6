/** The pages of accounts: everybody's for administrators, one's own, and who did what. */
@NullMarked
package org.shiftscope.ui.accounts;

import org.jspecify.annotations.NullMarked;
