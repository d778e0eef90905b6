/** Formulas that a person types: read, refused in a sentence, evaluated, differentiated. */
@NullMarked
package org.shiftscope.compute.formula;

import org.jspecify.annotations.NullMarked;
