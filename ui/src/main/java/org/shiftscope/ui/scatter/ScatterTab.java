package org.shiftscope.ui.scatter;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.NumberTable;

/** The tab of an experiment with any two quantities of its trials against each other. */
public final class ScatterTab {

  /** Its name in addresses, and that of its figure. */
  public static final String ID = "scatter";

  private ScatterTab() {}

  /** The tab as chosen. */
  public static FigureTab of(ExperimentSpec spec, ScatterChoice choice) {
    return new FigureTab(
        ID,
        "Scatter",
        Optional.empty(),
        (temperature, results) -> {
          var trials = ScatteredTrials.of(spec, results, choice);
          return trials.isEmpty()
              ? List.of()
              : List.of(new ScatterFigure(spec, choice).of(trials, results));
        },
        results -> {
          var trials = ScatteredTrials.of(spec, results, choice);
          return trials.isEmpty() ? List.of() : List.of(ranks(spec, choice, trials));
        });
  }

  private static NumberTable ranks(
      ExperimentSpec spec, ScatterChoice choice, ScatteredTrials trials) {
    ChosenQuantities chosen = ChosenQuantities.of(spec, choice);
    double[] temperatures =
        trials.trials().stream().mapToDouble(trial -> spec.temperatureOf(trial.number())).toArray();
    return RankTable.of(
        chosen.y().head() + " with " + chosen.x().head(),
        "Within equal T",
        new RankTable.Pairs(temperatures, trials.x(), trials.y()),
        spec.seedOf(0));
  }
}
