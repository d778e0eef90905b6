/**
 * What an experiment found over its trials: from spec and results to {@link
 * org.shiftscope.compute.result.Findings}, one class for each kind.
 */
@NullMarked
package org.shiftscope.compute.finding;

import org.jspecify.annotations.NullMarked;
