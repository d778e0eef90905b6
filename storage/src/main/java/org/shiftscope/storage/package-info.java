/** The lasting record of experiments, trials, results and events, and the news of every change. */
@NullMarked
package org.shiftscope.storage;

import org.jspecify.annotations.NullMarked;
