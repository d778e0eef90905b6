/**
 * Figures as pictures, drawn without a browser. See
 * docs/decisions/053-figures-without-a-browser.md.
 */
@NullMarked
package org.shiftscope.server.picture;

import org.jspecify.annotations.NullMarked;
