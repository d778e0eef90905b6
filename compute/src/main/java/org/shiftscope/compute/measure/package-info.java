/**
 * What others have held to predict the test loss, each a file with its source and its cost, taken
 * at the train point of a trial.
 */
@NullMarked
package org.shiftscope.compute.measure;

import org.jspecify.annotations.NullMarked;
