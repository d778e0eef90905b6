/** The page that judges the paper's claims by some experiments. */
@NullMarked
package org.shiftscope.ui.claims;

import org.jspecify.annotations.NullMarked;
