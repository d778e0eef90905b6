package org.shiftscope.ui.kind;

import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.TrialResult;

/**
 * A number of a trial.
 *
 * @param head its symbol or short name
 * @param first whether the table of trials shows it before a person has chosen columns
 * @param value the number; NaN where a result has none
 */
public record TrialColumn(String head, boolean first, ToDoubleFunction<TrialResult> value) {

  /** A number of one type of result that is shown at first. */
  public static <R extends TrialResult> TrialColumn of(
      Class<R> type, String head, ToDoubleFunction<R> value) {
    return new TrialColumn(
        head,
        true,
        result -> type.isInstance(result) ? value.applyAsDouble(type.cast(result)) : Double.NaN);
  }

  /** A number of one type of result that is there to be chosen. */
  public static <R extends TrialResult> TrialColumn more(
      Class<R> type, String head, ToDoubleFunction<R> value) {
    return new TrialColumn(head, false, of(type, head, value).value());
  }
}
