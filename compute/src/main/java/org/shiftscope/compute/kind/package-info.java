/**
 * What each kind of experiment does: {@code Kind}, a package for each, and the runs and estimates
 * of all.
 */
@NullMarked
package org.shiftscope.compute.kind;

import org.jspecify.annotations.NullMarked;
