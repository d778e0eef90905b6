/** Forms that ask for a spec, from sections of fields, and the sections that kinds share. */
@NullMarked
package org.shiftscope.ui.form;

import org.jspecify.annotations.NullMarked;
