package org.shiftscope.ui.experiment;

import java.util.List;

/**
 * Numbers with their names, units and meanings.
 *
 * @param title what they are about
 * @param columns heads of the columns of values
 * @param rows the numbers
 */
record NumberTable(String title, List<String> columns, List<Row> rows) {

  NumberTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One number, or the same number for train and test.
   *
   * @param name its symbol or short name
   * @param unit its unit; empty for none
   * @param meaning what it is, a sentence
   * @param values as many as the table has columns
   */
  record Row(String name, String unit, String meaning, List<String> values) {
    Row {
      values = List.copyOf(values);
    }
  }

  static Row row(String name, String unit, String meaning, String... values) {
    return new Row(name, unit, meaning, List.of(values));
  }
}
