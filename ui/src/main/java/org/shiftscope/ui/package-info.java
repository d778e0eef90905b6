/** What a person sees: the frame of all pages, and what they need from the server. */
@NullMarked
package org.shiftscope.ui;

import org.jspecify.annotations.NullMarked;
