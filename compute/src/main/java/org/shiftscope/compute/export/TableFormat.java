package org.shiftscope.compute.export;

import org.shiftscope.compute.spec.Named;

/** The formats in which tables leave Shiftscope. */
public enum TableFormat implements Named {
  /** RFC 4180, in UTF-8, with a line of heads; an empty place is missing. */
  CSV("CSV", "text/csv"),
  /** An array with an object for each row; null is missing. */
  JSON("JSON", "application/json"),
  /** Apache Parquet, uncompressed, every column optional. */
  PARQUET("Parquet", "application/vnd.apache.parquet");

  private final String title;
  private final String contentType;

  TableFormat(String title, String contentType) {
    this.title = title;
    this.contentType = contentType;
  }

  @Override
  public String title() {
    return title;
  }

  /** Its media type. */
  public String contentType() {
    return contentType;
  }

  /** Writes a table. */
  public byte[] write(Table table) {
    return switch (this) {
      case CSV -> WriteCsv.of(table);
      case JSON -> WriteRows.of(table);
      case PARQUET -> WriteParquet.of(table);
    };
  }
}
