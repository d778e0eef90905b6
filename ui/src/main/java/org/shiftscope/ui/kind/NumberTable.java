package org.shiftscope.ui.kind;

import java.util.List;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.WithoutTrials;
import org.shiftscope.ui.wording.FormatNumber;

/**
 * Numbers with their names, units and meanings.
 *
 * @param title what they are about
 * @param columns heads of the columns of values
 * @param rows the numbers
 * @param note what is to be known of all of them; empty for nothing
 * @param plain whether the note is no more than a sentence, and not to be minded
 */
public record NumberTable(
    String title, List<String> columns, List<Row> rows, String note, boolean plain) {

  /** A table with a note that is to be minded. */
  public NumberTable(String title, List<String> columns, List<Row> rows, String note) {
    this(title, columns, rows, note, false);
  }

  /** A table of which nothing more is to be known. */
  public NumberTable(String title, List<String> columns, List<Row> rows) {
    this(title, columns, rows, "");
  }

  public NumberTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One number, or the same number for train and test.
   *
   * @param name its symbol or short name
   * @param unit its unit; empty for none
   * @param meaning what it is, a sentence; empty where its name says it
   * @param values as many as the table has columns
   */
  public record Row(String name, String unit, String meaning, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }
  }

  /** A row. */
  public static Row row(String name, String unit, String meaning, String... values) {
    return new Row(name, unit, meaning, List.of(values));
  }

  /** The same numbers, of which it is said that these trials are left out. */
  NumberTable leavingOut(WithoutTrials trials) {
    return new NumberTable(title, columns, rows, trials.after(note), note.isEmpty() || plain);
  }

  /** The numbers of a trial that the table of all trials has. */
  public static NumberTable of(List<TrialColumn> columns, TrialResult result) {
    return new NumberTable(
        "Measured",
        List.of("Value"),
        columns.stream()
            .map(
                column ->
                    row(
                        column.head(),
                        "",
                        "",
                        FormatNumber.significant(column.value().applyAsDouble(result))))
            .toList());
  }
}
