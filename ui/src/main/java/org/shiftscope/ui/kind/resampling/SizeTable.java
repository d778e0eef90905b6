package org.shiftscope.ui.kind.resampling;

import static org.shiftscope.ui.kind.NumberTable.row;

import java.util.List;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.ResamplingFindings.SampleSize;
import org.shiftscope.compute.result.ResamplingFindings.SizeTrend;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.wording.FormatNumber;

/** The trends against the sample size. */
final class SizeTable {

  private static final String NOTE =
      "γ: how fast a quantity falls, as 1 / n to the power of γ, where a trend is claimed,"
          + " which p and τ over the pairs of one seed must both say. The claim is judged by the test loss and ‖s‖, of which both"
          + " must fall; the other rows are not corrected for their number.";

  private SizeTable() {}

  static List<NumberTable> of(SampleSize found) {
    return List.of(
        new NumberTable(
            "Trends against the sample size",
            List.of(
                "Kendall's τ within seeds",
                "p, Jonckheere within seeds",
                "Spearman's ρ",
                "γ",
                "R² of the power",
                "As n grows"),
            found.trends().stream().map(SizeTable::of).toList(),
            NOTE,
            true));
  }

  private static NumberTable.Row of(SizeTrend trend) {
    var test = trend.test();
    return row(
        trend.title(),
        trend.unit(),
        "",
        said(test.kendall().value(), test.kendall().interval()),
        Double.isNaN(test.pValue()) ? "–" : FormatNumber.significant(test.pValue()),
        said(test.spearman(), test.interval()),
        trend
            .power()
            .map(
                power ->
                    SayNumber.significant(power.exponent()) + SayNumber.interval(power.interval()))
            .orElse("–"),
        trend.power().map(power -> FormatNumber.significant(power.rSquared())).orElse("–"),
        switch (test.direction()) {
          case FALLS -> "falls";
          case RISES -> "rises";
          case CONSTANT -> "the same";
          case NONE, UNKNOWN -> test.direction().title();
        });
  }

  private static String said(double correlation, ConfidenceInterval interval) {
    return Double.isNaN(correlation)
        ? "–"
        : SayNumber.correlation(correlation) + SayNumber.correlations(interval);
  }
}
