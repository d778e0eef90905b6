package org.shiftscope.ui.kind.overparametrized;

import java.util.List;
import org.shiftscope.compute.result.OverparametrizedMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Slide;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.kind.sweep.TrialNumbers;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Words;

/** More parameters than samples on the pages. */
public record OverparametrizedPage(OverparametrizedShift shift) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Overparametrized",
        "With more parameters than samples, this finds the span of the samples' gradients, the"
            + " shift projected to it (Eq. 12), and the steady state of the modified SGD of Eq. 13"
            + " where it is known.",
        FormatNumber.whole(shift.dataset().trainSamples()) + " of " + Words.trained(shift));
  }

  @Override
  public List<FieldSection> sections() {
    return OverparametrizedFields.sections();
  }

  @Override
  public List<TrialColumn> columns() {
    return OverparametrizedColumns.ALL;
  }

  @Override
  public boolean certifies() {
    return true;
  }

  @Override
  public List<NumberTable> numbers(TrialResult result) {
    return result instanceof OverparametrizedMeasurement measured
        ? List.of(NumberTable.of(columns(), result), TrialNumbers.sgd(measured.sgd()))
        : List.of(NumberTable.of(columns(), result));
  }

  @Override
  public List<FigureTab> tabs() {
    return FigureTab.alone(
        Slide.between(shift.temperatures()),
        (temperature, results) -> OverparametrizedFigures.of(shift, temperature, results));
  }
}
