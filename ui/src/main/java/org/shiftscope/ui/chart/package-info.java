/** Charts: pure functions from results to records, and their drawing. */
@NullMarked
package org.shiftscope.ui.chart;

import org.jspecify.annotations.NullMarked;
