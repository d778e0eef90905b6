package org.shiftscope.ui.experiment;

import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.TrialResult;

/**
 * A measured number in the table of trials.
 *
 * @param head the column's head
 * @param value the number; NaN where a result has none
 */
record TrialColumn(String head, ToDoubleFunction<TrialResult> value) {

  /** A column of one type of result. */
  static <R extends TrialResult> TrialColumn of(
      Class<R> type, String head, ToDoubleFunction<R> value) {
    return new TrialColumn(
        head,
        result -> type.isInstance(result) ? value.applyAsDouble(type.cast(result)) : Double.NaN);
  }
}
