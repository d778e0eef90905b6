package org.shiftscope.compute.kind.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.League.Needs;
import org.shiftscope.compute.result.League.Row;
import org.shiftscope.compute.statistics.BootstrapOverSeeds;
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;

/** What the league table shows, in words. */
final class SayLeague {

  /** The shift-curvature by the fit. */
  static final String BY_FIT = "shift-curvature";

  /** The shift-curvature by a product. */
  static final String EXACT = "exact-shift-curvature";

  private static final String BY_SEED =
      "Within equal T trials differ by their seed alone; a measure";

  private static final String BY_RUN =
      "Within equal T trials differ by their run, which is a seed on a split; where a split has several seeds, its runs have"
          + " their samples in common, so that intervals and chances tell less than they seem to. A measure";

  private static final String LIMITS =
      " is said to go with a loss where the 95 %% interval of τ"
          + " over %1$ss excludes 0 and chance gives no |τ| as large to any measure in 95 %% of 100 permutations of the %1$ss."
          + " Across T, at equal %1$s, T moves the measures and the losses at once, so that a high τ there is no evidence"
          + " that one has to do with the other. What has seen test samples predicts nothing that is still unknown; ½ κ_te"
          + " contains L_te(θ_tr) itself. All of it is of this network, this dataset and this way to refine. At most 100 %1$ss are compared.";

  private static final String SEED = "seed";
  private static final String RUN = "run";

  private SayLeague() {}

  /** What the table does not tell. {@code onSplits}: whether trials have splits of their own. */
  static String limits(boolean onSplits) {
    return (onSplits ? BY_RUN : BY_SEED)
        + String.format(Locale.ROOT, LIMITS, onSplits ? RUN : SEED);
  }

  static String sentence(List<Row> rows, double[] temperatures, long[] seeds, boolean onSplits) {
    String unit = (onSplits ? RUN : SEED) + "s";
    long count = Arrays.stream(seeds).distinct().count();
    if (rows.isEmpty()) {
      return "No trial has a measure yet.";
    }
    if (count < BootstrapOverSeeds.FEWEST_SEEDS) {
      return "Nothing is said of what goes with the test loss below three "
          + unit
          + ", by whose spread it would be judged.";
    }
    String over =
        "Within equal T, over "
            + count
            + " "
            + unit
            + " at "
            + temperatures(temperatures)
            + " and "
            + rows.size()
            + " measures, ";
    return over + within(rows) + place(rows) + across(rows);
  }

  private static String temperatures(double[] temperatures) {
    long count = Arrays.stream(temperatures).distinct().count();
    return count == 1 ? "one temperature" : count + " temperatures";
  }

  private static String within(List<Row> rows) {
    List<Row> fair = rows.stream().filter(row -> row.needs() != Needs.ANSWER).toList();
    List<Row> claimed = fair.stream().filter(row -> row.withTestLoss().claimed()).toList();
    if (claimed.isEmpty()) {
      long alone =
          fair.stream()
              .filter(row -> row.withTestLoss().withinT().interval().excludesZero())
              .count();
      return (alone == 0
              ? "no measure's interval excludes 0"
              : "the intervals of "
                  + alone
                  + " exclude 0, but none is told from chance once all are counted")
          + ": it is not decided whether any goes with L_te(θ_tr). The highest is "
          + told(fair.getFirst())
          + ".";
    }
    return Stream.of(
            list(
                claimed,
                row -> tau(row) > 0,
                " rise with L_te(θ_tr): ",
                " rises with L_te(θ_tr): "),
            list(claimed, row -> tau(row) < 0, " fall as it rises: ", " falls as it rises: "),
            claimed.stream().allMatch(row -> row.needs() == Needs.TEST)
                ? "No measure that has seen train samples alone is told from chance."
                : "")
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** "2 rise with L_te(θ_tr): A (τ 0.61), B (τ 0.52)."; empty for none. */
  private static String list(List<Row> rows, Predicate<Row> which, String many, String one) {
    List<Row> chosen = rows.stream().filter(which).toList();
    if (chosen.isEmpty()) {
      return "";
    }
    return chosen.size()
        + (chosen.size() == 1 ? one : many)
        + chosen.stream().map(SayLeague::told).collect(Collectors.joining(", "))
        + ".";
  }

  private static String place(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.id().equals(EXACT))
        .filter(row -> Double.isFinite(tau(row)))
        .findFirst()
        .map(
            row ->
                " The exact shift-curvature ½ sᵀHs stands at place "
                    + (rows.indexOf(row) + 1)
                    + " of "
                    + rows.size()
                    + ", "
                    + told(row.withTestLoss().withinT())
                    + ".")
        .orElse("");
  }

  private static String across(List<Row> rows) {
    List<Row> known =
        rows.stream().filter(row -> Double.isFinite(row.withTestLoss().acrossT().value())).toList();
    if (known.isEmpty()) {
      return "";
    }
    long excluding =
        known.stream()
            .filter(row -> row.withTestLoss().acrossT().interval().excludesZero())
            .count();
    return " Across T, where T moves everything, "
        + excluding
        + " of "
        + known.size()
        + " intervals exclude 0.";
  }

  private static double tau(Row row) {
    return row.withTestLoss().withinT().value();
  }

  private static String told(Row row) {
    return row.title() + " (" + told(row.withTestLoss().withinT()) + ")";
  }

  private static String told(Tau tau) {
    return "τ " + SayNumber.correlation(tau.value()) + SayNumber.correlations(tau.interval());
  }
}
