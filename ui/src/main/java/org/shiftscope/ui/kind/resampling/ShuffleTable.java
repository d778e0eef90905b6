package org.shiftscope.ui.kind.resampling;

import static org.shiftscope.ui.kind.NumberTable.row;

import java.util.List;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.ResamplingFindings.Comparison;
import org.shiftscope.compute.result.ResamplingFindings.Shuffle;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.wording.FormatNumber;

/** What was compared between the given split and shuffled ones. */
final class ShuffleTable {

  private static final String NOTE =
      "The margin is a share of the shuffled splits' mean test loss, and for ‖s‖ of their mean ‖s‖. p of the draw: whether the given split could"
          + " be one of the shuffled ones, by Student's t with their deviation, and by its rank. p of equivalence: that its mean lies"
          + " beyond the margin. The claim is judged by the test loss alone; the other rows are not corrected for their number.";

  private ShuffleTable() {}

  static List<NumberTable> of(Shuffle found) {
    return List.of(
        new NumberTable(
            "Given split and shuffled ones",
            List.of(
                "Given",
                "Shuffled",
                "Difference",
                "Margin",
                "p, draw",
                "p, rank",
                "p, equivalence",
                "Verdict"),
            found.comparisons().stream().map(ShuffleTable::of).toList(),
            NOTE,
            true));
  }

  private static NumberTable.Row of(Comparison compared) {
    return row(
        compared.title(),
        compared.unit(),
        "",
        FormatNumber.significant(compared.given().mean()),
        FormatNumber.significant(compared.shuffled().mean()),
        number(compared.difference()) + SayNumber.interval(compared.interval()),
        number(compared.margin()),
        number(compared.draw().pValue()),
        number(compared.draw().rankPValue()),
        number(compared.equivalencePValue()),
        compared.shift().title());
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : FormatNumber.significant(value);
  }
}
