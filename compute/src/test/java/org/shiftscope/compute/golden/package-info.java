/** What must not change by accident, pinned by files: docs/decisions/013-golden-files.md. */
@NullMarked
package org.shiftscope.compute.golden;

import org.jspecify.annotations.NullMarked;
