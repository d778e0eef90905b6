package org.shiftscope.compute.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.export.Table.Column;

/**
 * One table in three formats; Parquet is read back by a reader that shares no code with its writer.
 */
class TableTest {

  private static final Table TABLE =
      new Table(
          "trials",
          List.of(
              Column.wholes("seed", List.of(Optional.of(9_007_199_254_740_993L), Optional.empty())),
              Column.numbers("κ / ‖s‖²", List.of(1.0 / 3, Double.NaN)),
              Column.texts("sentence", List.of("It says \"no\",\nand ends.", ""))));

  private static String text(TableFormat format) {
    return new String(format.write(TABLE), StandardCharsets.UTF_8);
  }

  @Test
  void csvQuotesTextsAndLosesNoDigit() {
    assertThat(text(TableFormat.CSV))
        .isEqualTo(
            "\"seed\",\"κ / ‖s‖²\",\"sentence\"\n"
                + "9007199254740993,0.3333333333333333,\"It says \"\"no\"\",\nand ends.\"\n"
                + ",,\"\"\n");
  }

  @Test
  void jsonHasAnObjectForEachRow() {
    assertThat(text(TableFormat.JSON))
        .isEqualTo(
            "[{\"seed\":9007199254740993,\"κ / ‖s‖²\":0.3333333333333333,"
                + "\"sentence\":\"It says \\\"no\\\",\\nand ends.\"},"
                + "{\"seed\":null,\"κ / ‖s‖²\":null,\"sentence\":null}]");
  }

  @Test
  void parquetIsReadBackByAnotherReader() throws IOException {
    List<List<Optional<Object>>> rows = new ArrayList<>();
    byte[] file = TableFormat.PARQUET.write(TABLE);
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
        RowReader row = reader.rowReader()) {
      while (row.hasNext()) {
        row.next();
        rows.add(
            List.of(
                row.isNull("seed") ? Optional.empty() : Optional.of(row.getLong("seed")),
                row.isNull("κ / ‖s‖²") ? Optional.empty() : Optional.of(row.getDouble("κ / ‖s‖²")),
                row.isNull("sentence")
                    ? Optional.empty()
                    : Optional.of(row.getString("sentence"))));
      }
    }
    assertThat(rows)
        .containsExactly(
            List.of(
                Optional.of(9_007_199_254_740_993L),
                Optional.of(1.0 / 3),
                Optional.of("It says \"no\",\nand ends.")),
            List.of(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void aTableWithoutRowsIsOneInEachFormat() {
    var none = new Table("none", List.of(Column.numbers("x", List.of())));
    assertThat(new String(TableFormat.CSV.write(none), StandardCharsets.UTF_8))
        .isEqualTo("\"x\"\n");
    assertThat(new String(TableFormat.JSON.write(none), StandardCharsets.UTF_8)).isEqualTo("[]");
    assertThat(TableFormat.PARQUET.write(none)).startsWith('P', 'A', 'R', '1');
  }
}
