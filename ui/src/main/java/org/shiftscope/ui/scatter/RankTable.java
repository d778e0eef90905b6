package org.shiftscope.ui.scatter;

import static org.shiftscope.ui.kind.NumberTable.row;
import static org.shiftscope.ui.wording.FormatNumber.significant;
import static org.shiftscope.ui.wording.FormatNumber.whole;

import java.util.List;
import org.shiftscope.compute.finding.RanksTogether;
import org.shiftscope.compute.finding.RanksTogether.Ranks;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.wording.Words;

/** How two quantities go together by their ranks, over all trials and within groups of them. */
final class RankTable {

  private static final String NOTE =
      "T moves most numbers at once, so two of them can go together over all trials and have nothing to do with each other: what"
          + " is seen at equal T is the evidence. p is the share of random shuffles of the second quantity, among all trials or"
          + " within each T alone, that give as large a ρ; it is of one pair of quantities, chosen by looking, and not"
          + " corrected for that.";

  private RankTable() {}

  /**
   * Numbers of trials.
   *
   * @param groups within which ranks are taken, shape [n]
   * @param x shape [n], finite
   * @param y shape [n], finite
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by what KeepRanks wraps them in
  record Pairs(double[] groups, double[] x, double[] y) {}

  /**
   * The table.
   *
   * @param what "½ κ_te with ‖s‖"
   * @param within what the groups are: "Within equal T"
   * @param seed of the shuffles
   */
  static NumberTable of(String what, String within, Pairs pairs, long seed) {
    RanksTogether ranks = KeepRanks.of(pairs, seed);
    return new NumberTable(
        "Rank correlation of " + what,
        List.of("Spearman’s ρ", "p", "n"),
        List.of(
            line("Over all trials", "Ranks among all of them.", ranks.overall()),
            line(
                within,
                "Ranks within each of "
                    + Words.count(ranks.within().groups(), "group")
                    + " of two trials and more.",
                ranks.within())),
        NOTE,
        true);
  }

  private static NumberTable.Row line(String name, String meaning, Ranks found) {
    boolean told = !Double.isNaN(found.rho());
    return row(
        name,
        "",
        meaning,
        told ? significant(found.rho()) : "–",
        told ? significant(found.p()) : "–",
        whole(found.n()));
  }
}
