package org.shiftscope.ui.experiment;

import static org.shiftscope.ui.kind.NumberTable.row;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shiftscope.compute.reproduction.ReproducibilityRecord;
import org.shiftscope.compute.reproduction.ReproducibilityRecord.UsedSamples;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Words;

/** A reproducibility record as tables: what was asked for, on what samples, and where. */
final class RecordNumbers {

  private static final int MOST_SEEDS = 20;

  private RecordNumbers() {}

  static List<NumberTable> of(ReproducibilityRecord record) {
    List<NumberTable> tables = new ArrayList<>();
    tables.add(asked(record));
    if (!record.samples().isEmpty()) {
      tables.add(
          new NumberTable(
              "Samples",
              List.of("SHA-256"),
              record.samples().stream().map(RecordNumbers::samples).toList()));
    }
    record
        .environments()
        .forEach(
            place ->
                tables.add(
                    titled(
                        "Computed there: " + Words.count(place.trials().size(), "trial"),
                        ExecutionNumbers.of(place.execution()))));
    return tables;
  }

  private static NumberTable asked(ReproducibilityRecord record) {
    String seeds =
        record.seeds().stream()
            .limit(MOST_SEEDS)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return new NumberTable(
        "Asked for",
        List.of("Value"),
        List.of(
            row("Spec", "", "Format and version.", record.kind() + " " + record.version()),
            row(
                "SHA-256",
                "",
                "Of the spec without its title, as RFC 8785 writes JSON: equal for equal"
                    + " questions.",
                record.specSha256()),
            row(
                "Seeds",
                "",
                "",
                seeds
                    + (record.seeds().size() > MOST_SEEDS
                        ? " … " + record.seeds().size() + " in all"
                        : ""))));
  }

  private static NumberTable.Row samples(UsedSamples used) {
    return row(
        used.title()
            + ", "
            + FormatNumber.whole(used.trainSamples())
            + " + "
            + FormatNumber.whole(used.testSamples())
            + used.split().map(split -> ", split " + split).orElse(""),
        "",
        "Train and test samples; the SHA-256 is that of docs/interop.md.",
        used.sha256().orElse("not known"));
  }

  private static NumberTable titled(String title, NumberTable table) {
    return new NumberTable(title, table.columns(), table.rows(), table.note(), table.plain());
  }
}
