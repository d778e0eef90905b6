package org.shiftscope.compute.finding;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A number of a trial whose trend is looked for.
 *
 * @param id its name in JSON
 * @param title its name for a person; sentences begin with it
 * @param unit its unit; empty for a pure number
 * @param value NaN where a trial did not measure it
 * @param error its standard error from within the trial, where it has one
 */
public record TrendQuantity<R>(
    String id,
    String title,
    String unit,
    ToDoubleFunction<R> value,
    Optional<ToDoubleFunction<R>> error) {

  /** A quantity whose trials tell no error of their own. */
  public static <R> TrendQuantity<R> of(
      String id, String title, String unit, ToDoubleFunction<R> value) {
    return new TrendQuantity<>(id, title, unit, value, Optional.empty());
  }

  /** The same, with its standard error from within each trial. */
  public TrendQuantity<R> withError(ToDoubleFunction<R> error) {
    return new TrendQuantity<>(id, title, unit, value, Optional.of(error));
  }

  /** The same of results of which this is a number of a part. */
  public <W> TrendQuantity<W> in(Function<W, R> part) {
    return new TrendQuantity<>(
        id,
        title,
        unit,
        whole -> value.applyAsDouble(part.apply(whole)),
        error.map(of -> whole -> of.applyAsDouble(part.apply(whole))));
  }
}
