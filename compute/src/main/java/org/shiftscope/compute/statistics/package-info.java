/**
 * Statistics over trials that the mathematics library does not have: of a trend, of whole seeds, of
 * equivalence. Pure functions; what is random comes from a named stream.
 */
@NullMarked
package org.shiftscope.compute.statistics;

import org.jspecify.annotations.NullMarked;
