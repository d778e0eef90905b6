package org.shiftscope.ui.kind.sweep;

import java.util.List;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Tested;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.wording.FormatNumber;

/** Where each quantity goes with the temperature, at each flow time. */
final class FlowTimeTable {

  private FlowTimeTable() {}

  /** {@code times}: ascending, at least two. */
  static List<NumberTable> of(List<TimedTrends> times) {
    return List.of(
        new NumberTable(
            "Trends with T at each flow time",
            times.stream().map(TimedTrends::title).toList(),
            times.getFirst().trends().all().stream().map(trend -> row(trend, times)).toList(),
            "Kendall's τ within seeds, or within splits where there are several, stands in brackets. Eigenvalues, traces,"
                + " measures, certificates and the terms of Eq. 4 are measured at the last flow time alone.",
            true));
  }

  private static NumberTable.Row row(TemperatureTrend trend, List<TimedTrends> times) {
    return new NumberTable.Row(
        trend.title(),
        "",
        trend.test().sentence(),
        times.stream().map(at -> said(at.trends().trend(trend.id()).test())).toList());
  }

  private static String said(Tested test) {
    double tau = test.kendall().value();
    return Double.isNaN(tau)
        ? test.direction().title()
        : test.direction().title() + " (" + FormatNumber.significant(tau) + ")";
  }
}
