package org.shiftscope.ui.kind.sweep;

import static org.shiftscope.ui.kind.NumberTable.row;
import static org.shiftscope.ui.wording.FormatNumber.percent;
import static org.shiftscope.ui.wording.FormatNumber.significant;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Measures;
import org.shiftscope.compute.result.Measures.Chain;
import org.shiftscope.compute.result.Measures.Measured;
import org.shiftscope.ui.kind.NumberTable;

/** Other measures at the train point of a trial, in tables. */
final class MeasureNumbers {

  private MeasureNumbers() {}

  static List<NumberTable> of(Measures measures) {
    return Stream.concat(
            Stream.of(taken(measures.all())), measures.chain().stream().map(MeasureNumbers::chain))
        .toList();
  }

  private static NumberTable taken(List<Measured> all) {
    return new NumberTable(
        "Other measures at θ_tr",
        List.of("Value", "± one error", "Gradients", "Rescaling"),
        all.stream().map(MeasureNumbers::measure).toList(),
        all.stream()
            .filter(one -> !one.sentence().isEmpty())
            .map(one -> one.name().title() + ": " + one.sentence())
            .collect(Collectors.joining(" ")));
  }

  private static NumberTable.Row measure(Measured one) {
    return row(
        one.name().title(),
        one.unit(),
        one.definition() + " Source: " + one.source() + ".",
        significant(one.value()),
        Double.isNaN(one.error()) ? "" : significant(one.error()),
        significant(one.gradients()),
        one.invariance().title());
  }

  private static NumberTable chain(Chain chain) {
    return new NumberTable(
        "Chain of the local learning coefficient",
        List.of("Value"),
        List.of(
            row(
                "Acceptance",
                "",
                "Share of the proposals taken after tuning; 57 % is aimed at.",
                percent(chain.acceptance())),
            row(
                "ε",
                "length²",
                "The largest step that the tuning ended at.",
                significant(chain.stepSize())),
            row(
                "Drift",
                "",
                "Mean of the later half of n β (L − L(θ*)) minus that of the earlier, ± its standard error.",
                significant(chain.drift()) + " ± " + significant(chain.driftError()))));
  }
}
