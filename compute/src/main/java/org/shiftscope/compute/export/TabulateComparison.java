package org.shiftscope.compute.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.export.Table.Column;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.AtEqualTemperature;
import org.shiftscope.compute.result.ExperimentComparison.Other;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;

/** A comparison as a table: a row for each quantity, other experiment and temperature. */
public final class TabulateComparison {

  private static final double NONE = Double.NaN;

  private TabulateComparison() {}

  /** Makes it. */
  public static Table of(ExperimentComparison comparison) {
    List<Row> rows = new ArrayList<>();
    for (Quantity quantity : comparison.quantities()) {
      for (Other other : quantity.others()) {
        other.temperatures().forEach(at -> rows.add(new Row(quantity, other, at)));
      }
    }
    return new Table(
        "comparison",
        List.of(
            Column.texts("quantity", all(rows, row -> row.quantity().title())),
            Column.texts("unit", all(rows, row -> row.quantity().unit())),
            Column.numbers(
                "trainTime",
                all(rows, row -> row.quantity().flowTime().map(time -> time.train()).orElse(NONE))),
            Column.numbers(
                "testTime",
                all(rows, row -> row.quantity().flowTime().map(time -> time.test()).orElse(NONE))),
            Column.texts("reference", all(rows, row -> comparison.reference().experiment())),
            Column.texts("experiment", all(rows, row -> row.other().experiment())),
            Column.numbers("temperature", all(rows, row -> row.at().temperature())),
            Column.wholes("pairs", all(rows, row -> Optional.of((long) row.at().pairs()))),
            Column.wholes("draws", all(rows, row -> Optional.of((long) row.at().draws()))),
            Column.texts("drawn", all(rows, row -> row.at().drawn())),
            Column.numbers("referenceMean", all(rows, row -> row.at().reference())),
            Column.numbers("experimentMean", all(rows, row -> row.at().other())),
            Column.numbers("difference", all(rows, row -> row.at().difference())),
            Column.numbers("low", all(rows, row -> row.at().interval().low())),
            Column.numbers("high", all(rows, row -> row.at().interval().high())),
            Column.numbers("margin", all(rows, row -> row.quantity().margin())),
            Column.numbers("equal", all(rows, row -> row.at().equal())),
            Column.numbers("different", all(rows, row -> row.at().different())),
            Column.numbers("adjusted", all(rows, row -> row.at().adjusted())),
            Column.texts("verdict", all(rows, row -> row.at().verdict().id()))));
  }

  private record Row(Quantity quantity, Other other, AtEqualTemperature at) {}

  private static <T> List<T> all(List<Row> rows, Function<Row, T> of) {
    return rows.stream().map(of).toList();
  }
}
