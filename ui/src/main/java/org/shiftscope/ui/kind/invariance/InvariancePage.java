package org.shiftscope.ui.kind.invariance;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Invariance;
import org.shiftscope.compute.spec.LandscapeSubject;
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
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Words;

/** A check of invariance on the pages. */
public record InvariancePage(Invariance invariance) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Invariance",
        "This computes every term of Eqs 3 and 4 anew in other coordinates φ = r(θ), sets both side"
            + " by side, and shows beside them what is not invariant. It looks at a trial that has"
            + " its train and test points, or at a landscape.",
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
          case LandscapeSubject landscape ->
              "a landscape at T = "
                  + FormatNumber.significant(landscape.temperature())
                  + " · φ = "
                  + landscape.map();
        });
  }

  @Override
  public List<FieldSection> sections() {
    return switch (invariance.subject()) {
      case TrialSubject trial -> InvarianceFields.sections();
      case LandscapeSubject landscape -> LandscapeSubjectFields.sections();
    };
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
                    .flatMap(each -> InvarianceTables.of(each, coordinate()).stream())
                    .toList()));
  }

  private List<Figure> figures(Results results) {
    return found(results).stream().flatMap(each -> figures(each).stream()).toList();
  }

  private List<Figure> figures(InvarianceMeasurement found) {
    return InvarianceFigures.of(found, coordinate());
  }

  private Coordinate coordinate() {
    return switch (invariance.subject()) {
      case TrialSubject trial -> Coordinate.OF_NETWORK;
      case LandscapeSubject landscape -> Coordinate.OF_LANDSCAPE;
    };
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
    return result instanceof InvarianceMeasurement found ? figures(found) : List.of();
  }

  @Override
  public List<NumberTable> numbers(TrialResult result) {
    return result instanceof InvarianceMeasurement found
        ? InvarianceTables.of(found, coordinate())
        : List.of();
  }
}
