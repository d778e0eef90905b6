package org.shiftscope.ui.scatter;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.TrialColumn;

/**
 * A number that every trial of an experiment may have: what sets it apart, or what it measured.
 *
 * @param head its symbol or short name, as the table of trials has it
 * @param value the number; NaN where a trial has none
 */
public record Quantity(String head, ToDoubleFunction<Trial> value) {

  /** All of an experiment: its axes, then the columns of its table of trials. */
  public static List<Quantity> of(ExperimentSpec spec) {
    return Stream.concat(
            spec.axes().all().stream().map(axis -> ofAxis(spec, axis)),
            KindPage.of(spec).columns().stream().map(Quantity::ofColumn))
        .toList();
  }

  private static Quantity ofAxis(ExperimentSpec spec, Axis axis) {
    return new Quantity(
        axis.title(),
        trial ->
            spec.coordinates(trial.number()).getOrDefault(axis.name(), Double.NaN).doubleValue());
  }

  private static Quantity ofColumn(TrialColumn column) {
    return new Quantity(
        column.head(),
        trial -> trial.result().map(column.value()::applyAsDouble).orElse(Double.NaN));
  }
}
