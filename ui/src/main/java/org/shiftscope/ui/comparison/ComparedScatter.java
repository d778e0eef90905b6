package org.shiftscope.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.comparison.ComparedExperiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.scatter.Quantity;
import org.shiftscope.ui.scatter.ScatterTogether;

/**
 * Any two quantities that all compared experiments have, against each other.
 *
 * @param heads what can be chosen
 * @param figures none before two were chosen
 * @param tables their rank correlations
 */
record ComparedScatter(List<String> heads, List<Figure> figures, List<NumberTable> tables) {

  static final ComparedScatter NONE = new ComparedScatter(List.of(), List.of(), List.of());

  /**
   * Reads the trials, once two quantities were chosen: seconds where there are many.
   *
   * @param names what the experiments are called, by their ids
   */
  static ComparedScatter read(
      Experiments experiments,
      List<ComparedExperiment> compared,
      Map<String, String> names,
      ScatterChoice choice) {
    List<String> heads = common(compared);
    if (!heads.contains(choice.x()) || !heads.contains(choice.y())) {
      return new ComparedScatter(heads, List.of(), List.of());
    }
    var together = new ScatterTogether(choice);
    for (ComparedExperiment each : compared) {
      together.add(
          names.getOrDefault(each.experiment(), each.title()),
          each.spec(),
          new Results(
              experiments.trials(new ExperimentId(each.experiment())),
              Optional.of(each.findings())));
    }
    return new ComparedScatter(heads, together.figures(), together.tables());
  }

  private static List<String> common(List<ComparedExperiment> compared) {
    List<String> heads = new ArrayList<>();
    for (ComparedExperiment each : compared) {
      List<String> own = Quantity.of(each.spec()).stream().map(Quantity::head).distinct().toList();
      if (heads.isEmpty()) {
        heads.addAll(own);
      }
      heads.retainAll(own);
    }
    return heads;
  }
}
