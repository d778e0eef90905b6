package org.shiftscope.ui.kind.sweep;

import static org.shiftscope.ui.kind.NumberTable.row;

import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.League;
import org.shiftscope.compute.result.League.Association;
import org.shiftscope.compute.result.League.Row;
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;
import org.shiftscope.ui.kind.NumberTable;

/** The league table. */
final class LeagueTable {

  private LeagueTable() {}

  static List<NumberTable> of(League league) {
    return List.of(
        new NumberTable(
            "Kendall's τ of each measure with the losses",
            List.of(
                "L_te, equal T",
                "p",
                "Gap, equal T",
                "p",
                "L_te, across T",
                "Gap, across T",
                "Rescaling",
                "Has seen",
                "Trials"),
            IntStream.range(0, league.rows().size())
                .mapToObj(i -> measure(i + 1, league.rows().get(i)))
                .toList(),
            league.limits()));
  }

  private static NumberTable.Row measure(int place, Row of) {
    return row(
        place + ". " + of.title(),
        "",
        of.source() + ".",
        tau(of.withTestLoss().withinT()),
        p(of.withTestLoss()),
        tau(of.withGap().withinT()),
        p(of.withGap()),
        tau(of.withTestLoss().acrossT()),
        tau(of.withGap().acrossT()),
        of.invariance().title(),
        of.needs().title(),
        Integer.toString(of.trials()));
  }

  private static String tau(Tau tau) {
    return Double.isNaN(tau.value())
        ? "–"
        : SayNumber.correlation(tau.value()) + SayNumber.correlations(tau.interval());
  }

  private static String p(Association association) {
    return Double.isNaN(association.pValue())
        ? "–"
        : SayNumber.significant(association.pValue(), 2);
  }
}
