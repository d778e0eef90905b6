package org.shiftscope.ui.kind.invariance;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Invariance;
import org.shiftscope.compute.spec.TrialSubject;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.Words;

/** A check of invariance on the pages. */
public record InvariancePage(Invariance invariance) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Invariance",
        "This computes every term of Eqs 3 and 4 anew in other coordinates φ = r(θ), sets both side"
            + " by side, and shows beside them what is not invariant. It looks at a trial that has"
            + " its train and test points.",
        switch (invariance.subject()) {
          case TrialSubject trial ->
              "trial "
                  + trial.source().trial()
                  + " of "
                  + trial.source().experiment()
                  + " · "
                  + Words.network(trial.training().network())
                  + " · "
                  + Words.count(trial.maps().all().size(), "map");
        });
  }

  @Override
  public List<FieldSection> sections() {
    return InvarianceFields.sections();
  }

  @Override
  public List<TrialColumn> columns() {
    return InvarianceColumns.ALL;
  }

  @Override
  public List<FigureTab> tabs() {
    return List.of(
        new FigureTab(
            "certificate",
            "Certificate",
            Optional.empty(),
            (temperature, results) -> figures(results),
            results ->
                found(results).stream()
                    .flatMap(each -> InvarianceTables.of(each).stream())
                    .toList()));
  }

  private static List<Figure> figures(Results results) {
    return found(results).stream().flatMap(each -> InvarianceFigures.of(each).stream()).toList();
  }

  private static List<InvarianceMeasurement> found(Results results) {
    return results.counted().stream()
        .map(Trial::result)
        .flatMap(Optional::stream)
        .filter(InvarianceMeasurement.class::isInstance)
        .map(InvarianceMeasurement.class::cast)
        .toList();
  }

  @Override
  public List<Figure> figures(TrialResult result) {
    return result instanceof InvarianceMeasurement found ? InvarianceFigures.of(found) : List.of();
  }

  @Override
  public List<NumberTable> numbers(TrialResult result) {
    return result instanceof InvarianceMeasurement found ? InvarianceTables.of(found) : List.of();
  }
}
