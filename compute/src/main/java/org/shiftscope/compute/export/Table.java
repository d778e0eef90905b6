package org.shiftscope.compute.export;

import java.util.List;
import java.util.Optional;

/**
 * A table that leaves Shiftscope, whatever it is of.
 *
 * @param name in file names and as the schema's: lower case, with hyphens
 * @param columns their cells are as many as the table has rows
 */
public record Table(String name, List<Column> columns) {

  public Table {
    columns = List.copyOf(columns);
  }

  /** What the cells of a column are. */
  public enum Type {
    /** Text. */
    TEXT,
    /** Whole numbers of 64 bits. */
    WHOLE,
    /** Float64 numbers, finite: what is none is missing. */
    NUMBER
  }

  /**
   * A column.
   *
   * @param name its head, once in a table
   * @param cells Strings, Longs or Doubles by the type; empty where there is none
   */
  public record Column(String name, Type type, List<Optional<Object>> cells) {
    public Column {
      cells = List.copyOf(cells);
    }

    /** Of texts; empty ones are missing. */
    public static Column texts(String name, List<String> texts) {
      return new Column(
          name,
          Type.TEXT,
          texts.stream()
              .map(text -> Optional.<Object>of(text).filter(t -> !text.isEmpty()))
              .toList());
    }

    /** Of numbers; those that are not finite are missing. */
    public static Column numbers(String name, List<Double> numbers) {
      return new Column(
          name,
          Type.NUMBER,
          numbers.stream()
              .map(number -> Optional.<Object>of(number).filter(n -> Double.isFinite(number)))
              .toList());
    }

    /** Of whole numbers, each of which may be missing. */
    public static Column wholes(String name, List<Optional<Long>> wholes) {
      return new Column(
          name, Type.WHOLE, wholes.stream().map(whole -> whole.map(w -> (Object) w)).toList());
    }
  }

  /** How many rows it has. */
  public int rows() {
    return columns.isEmpty() ? 0 : columns.getFirst().cells().size();
  }
}
