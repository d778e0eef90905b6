package org.shiftscope.ui.kind.decomposition;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.DecompositionFindings;
import org.shiftscope.compute.result.DecompositionMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.LossDecomposition;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.RefinementFields;
import org.shiftscope.ui.form.TrainingFields;
import org.shiftscope.ui.form.WindowFields;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.Words;

/** A decomposition on the pages. */
public record DecompositionPage(LossDecomposition spec) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Decomposition (Eq. 4)",
        "A decomposition trains the network at each temperature and seed, finds its train point and its test point, lets SGD go"
            + " on for a window, and measures every term of Eq. 4 there: which part of the expected test loss comes from the shift,"
            + " which from the bias, and which from the spread.",
        Words.trained(spec));
  }

  @Override
  public List<FieldSection> sections() {
    return TrainingFields.and(RefinementFields.section(), WindowFields.section());
  }

  @Override
  public List<TrialColumn> columns() {
    return DecompositionColumns.ALL;
  }

  @Override
  public boolean certifies() {
    return true;
  }

  @Override
  public List<FigureTab> tabs() {
    return FigureTab.alone(
        Optional.empty(),
        (temperature, results) ->
            results
                .findings()
                .map(DecompositionFindings.class::cast)
                .map(DecompositionFindings::mixture)
                .filter(mixture -> !mixture.temperatures().isEmpty())
                .map(mixture -> MixtureFigures.of(spec, mixture, results))
                .orElse(List.of()));
  }

  @Override
  public List<Figure> figures(TrialResult result) {
    return result instanceof DecompositionMeasurement measured
        ? WindowFigures.of(measured.decomposition())
        : List.of();
  }

  @Override
  public List<NumberTable> numbers(TrialResult result) {
    return result instanceof DecompositionMeasurement measured
        ? DecompositionNumbers.of(measured)
        : List.of();
  }
}
