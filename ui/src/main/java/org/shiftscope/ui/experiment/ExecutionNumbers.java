package org.shiftscope.ui.experiment;

import static org.shiftscope.ui.kind.NumberTable.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.wording.FormatNumber;

/** Where and of what a result was computed: with the spec, all that its bits depend on. */
final class ExecutionNumbers {

  private ExecutionNumbers() {}

  static NumberTable of(Execution execution) {
    return of(execution, Optional.empty());
  }

  /** {@code host}: the machine of the worker that ran it, where that is known. */
  static NumberTable of(Execution execution, Optional<String> host) {
    List<NumberTable.Row> rows = new ArrayList<>();
    host.ifPresent(name -> rows.add(row("Machine", "", "Whose worker ran it.", name)));
    rows.add(row("Device", "", "What computed it.", execution.device()));
    rows.add(
        row(
            "Threads",
            "",
            "Threads of an operation; the last digits depend on it.",
            FormatNumber.whole(execution.threads())));
    execution
        .kernels()
        .ifPresent(
            kernels ->
                rows.add(
                    row(
                        "Kernels",
                        "",
                        "What rules the order of additions, and so bits.",
                        kernels)));
    execution
        .samples()
        .ifPresent(
            samples ->
                rows.add(row("Samples", "", "SHA-256 of the samples, train and test.", samples)));
    rows.add(row("Version", "", "Shiftscope’s version.", execution.version()));
    execution
        .build()
        .ifPresent(
            build -> {
              rows.add(row("Commit", "", "Of Shiftscope’s sources.", build.commit()));
              rows.add(row("Libraries", "", "What computes arrays.", build.libraries()));
              rows.add(row("Java", "", "", build.java()));
              rows.add(row("System", "", "", build.system()));
            });
    return new NumberTable("Execution", List.of("Value"), rows);
  }
}
