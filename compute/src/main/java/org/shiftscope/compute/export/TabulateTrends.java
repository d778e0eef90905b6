package org.shiftscope.compute.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.export.Table.Column;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.result.TimedTrend;
import org.shiftscope.compute.result.WithoutTrials;
import org.shiftscope.compute.spec.FlowTime;

/** The trends of findings as a table: a row for each quantity, flow time and temperature. */
public final class TabulateTrends {

  private TabulateTrends() {}

  /**
   * The table.
   *
   * @param trends of a kind's findings, with their flow times
   * @param without which trials were left out by hand; a column says so where there are any
   */
  public static Table of(List<TimedTrend> trends, WithoutTrials without) {
    List<Row> rows = new ArrayList<>();
    trends.forEach(
        timed ->
            timed
                .trend()
                .temperatures()
                .forEach(mean -> rows.add(new Row(timed.flowTime(), timed.trend(), mean))));
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.texts("quantity", all(rows, row -> row.trend().id())),
                Column.texts("unit", all(rows, row -> row.trend().unit())),
                Column.numbers("trainTime", all(rows, row -> time(row, FlowTime::train))),
                Column.numbers("testTime", all(rows, row -> time(row, FlowTime::test))),
                Column.numbers("temperature", all(rows, row -> row.mean().temperature())),
                Column.wholes("trials", all(rows, row -> Optional.of((long) row.mean().trials()))),
                Column.numbers("mean", all(rows, row -> row.mean().mean())),
                Column.numbers("deviation", all(rows, row -> row.mean().deviation())),
                Column.numbers("error", all(rows, row -> row.mean().error())),
                Column.texts("direction", all(rows, row -> row.trend().test().direction().id())),
                Column.numbers("pValue", all(rows, row -> row.trend().test().pValue()))));
    if (!without.isEmpty()) {
      columns.add(Column.texts("without", all(rows, _ -> without.brief())));
    }
    return new Table("findings", columns);
  }

  private record Row(Optional<FlowTime> flowTime, TemperatureTrend trend, Mean mean) {}

  private static double time(Row row, Function<FlowTime, Double> of) {
    return row.flowTime().map(of).orElse(Double.NaN);
  }

  private static <T> List<T> all(List<Row> rows, Function<Row, T> of) {
    return rows.stream().map(of).toList();
  }
}
