package org.shiftscope.ui.kind.diffusion;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.DiffusionMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.kind.sweep.TrialNumbers;
import org.shiftscope.ui.wording.Words;

/** The accuracy of diffusion on the pages. */
public record DiffusionPage(DiffusionAccuracy accuracy) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Accuracy of diffusion",
        "This takes the cumulants of a trained network's gradient noise and the terms of the"
            + " Kramers–Moyal expansion that the diffusion leaves out, and shows how far the"
            + " Langevin equation is from SGD as the learning rate is halved.",
        Words.trained(accuracy));
  }

  @Override
  public List<FieldSection> sections() {
    return DiffusionFields.sections();
  }

  @Override
  public List<TrialColumn> columns() {
    return DiffusionColumns.ALL;
  }

  @Override
  public List<NumberTable> numbers(TrialResult result) {
    return result instanceof DiffusionMeasurement measured
        ? List.of(NumberTable.of(columns(), result), TrialNumbers.sgd(measured.sgd()))
        : List.of(NumberTable.of(columns(), result));
  }

  @Override
  public List<FigureTab> tabs() {
    return FigureTab.alone(
        Optional.empty(),
        (temperature, results) -> DiffusionFigures.of(accuracy, temperature, results));
  }
}
