/** Invariance under reparametrization on the pages: words, fields, figures and numbers. */
@NullMarked
package org.shiftscope.ui.kind.invariance;

import org.jspecify.annotations.NullMarked;
