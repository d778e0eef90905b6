package org.shiftscope.ui.kind.landscape;

import static org.shiftscope.ui.wording.FormatNumber.significant;

import java.util.List;
import java.util.stream.Stream;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.result.LandscapeTheory.BasinOfLoss;
import org.shiftscope.compute.result.LandscapeTheory.Undecided;
import org.shiftscope.ui.kind.NumberTable;

/**
 * The basins of a landscape in a table, whether their lowest points are minima, and what was not
 * decided.
 */
final class BasinsTable {

  private BasinsTable() {}

  static NumberTable of(LandscapeTheory theory) {
    return new NumberTable(
        "Basins of the train loss at T = " + significant(theory.temperature()),
        List.of("Basin", "L_tr", "L″", "Probability", "Laplace"),
        theory.basins().stream().map(BasinsTable::row).toList(),
        theory.undecided().map(Undecided::sentence).orElse(""),
        theory.undecided().map(Undecided::isNothing).orElse(true));
  }

  private static NumberTable.Row row(BasinOfLoss basin) {
    return NumberTable.row(
        place(basin),
        "",
        basin.atEnd() ? "The lowest point is an end of the domain." : "",
        significant(basin.from()) + " to " + significant(basin.to()),
        significant(basin.loss()),
        basin.order() == 2 ? significant(basin.derivative()) : "–",
        significant(basin.probability()),
        significant(basin.laplaceWeight()));
  }

  /** A badge for each basin, in the order of the table. */
  static List<CertifiedPoint> certified(LandscapeTheory theory) {
    return theory.basins().stream().flatMap(BasinsTable::certified).toList();
  }

  private static Stream<CertifiedPoint> certified(BasinOfLoss basin) {
    return basin
        .certificate()
        .map(judged -> new CertifiedPoint(place(basin), "certificate", judged))
        .stream();
  }

  private static String place(BasinOfLoss basin) {
    return "x\u00a0=\u00a0" + significant(basin.minimum());
  }
}
