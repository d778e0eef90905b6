/** Shared views as PDFs. See docs/decisions/053-figures-without-a-browser.md. */
@NullMarked
package org.shiftscope.server.print;

import org.jspecify.annotations.NullMarked;
