/** The document of a shared view: how it is computed, and the page that is written of it. */
@NullMarked
package org.shiftscope.ui.sharedview;

import org.jspecify.annotations.NullMarked;
