package org.shiftscope.ui.kind.twostage;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.FirstStageMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.TwoStageFindings;
import org.shiftscope.compute.result.TwoStageMeasurement;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.kind.sweep.TrialNumbers;
import org.shiftscope.ui.wording.Words;

/** The two-stage experiment on the pages. */
public record TwoStagePage(TwoStage spec) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Two stages",
        "Two stages train each initialisation once by a schedule, let SGD go on from there at several temperatures, each by several"
            + " pairs of η and B, and ask whether the losses that it comes to depend on T = η / B alone (the paper's Fig 5).",
        spec.dataset().name().title()
            + " · "
            + Words.network(spec.network())
            + " · "
            + Words.count(spec.firstStages(), "initialisation")
            + " × "
            + Words.count(spec.temperatures().count(), "temperature")
            + " × "
            + Words.count(spec.batchSizes().size(), "batch size"));
  }

  @Override
  public List<FieldSection> sections() {
    return TwoStageFields.sections();
  }

  @Override
  public List<TrialColumn> columns() {
    return TwoStageColumns.ALL;
  }

  @Override
  public List<NumberTable> numbers(TrialResult result) {
    return switch (result) {
      case TwoStageMeasurement measured ->
          List.of(TwoStageTables.trial(measured), TrialNumbers.sgd(measured.sgd()));
      case FirstStageMeasurement first -> List.of(TrialNumbers.sgd(first.sgd()));
      default -> List.of();
    };
  }

  @Override
  public List<FigureTab> tabs() {
    return List.of(
        new FigureTab(
            "figures",
            "Figures",
            Optional.empty(),
            (temperature, results) ->
                counted(results)
                    .map(found -> TwoStageFigures.of(spec, found, results))
                    .orElse(List.of()),
            results -> counted(results).map(TwoStageTables::of).orElse(List.of())));
  }

  private static Optional<TwoStageFindings> counted(Results results) {
    return results
        .findings()
        .map(TwoStageFindings.class::cast)
        .filter(found -> !found.trials().counted().isEmpty());
  }
}
