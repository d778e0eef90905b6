package org.shiftscope.ui.kind.landscape;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shiftscope.compute.kind.landscape.LandscapeKind;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.Words;

/** A landscape on the pages. */
public record LandscapePage(Landscape landscape) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Landscape",
        "A landscape is a loss in one dimension. Theory says where SGD is to be found on it at each temperature, and what"
            + " train and test loss to expect; walkers and the Fokker–Planck equation are drawn over it.",
        describe() + " · " + Words.grid(landscape.temperatures(), landscape.seeds()));
  }

  @Override
  public List<FieldSection> sections() {
    return LandscapeFields.sections();
  }

  @Override
  public List<TrialColumn> columns() {
    return LandscapeColumns.ALL;
  }

  @Override
  public List<FigureTab> tabs() {
    return List.of(
        new FigureTab(
            "figures",
            "Figures",
            Optional.of(LandscapeFigures.slide(landscape)),
            (temperature, results) -> LandscapeFigures.of(landscape, temperature, results),
            () -> BasinsTable.certified(theory()),
            results -> List.of(BasinsTable.of(theory()))));
  }

  private LandscapeTheory theory() {
    return new LandscapeKind(landscape).theory(OptionalDouble.empty()).orElseThrow();
  }

  private String describe() {
    String formula = landscape.objective().formula();
    int gaussians = landscape.objective().gaussians().minima().size();
    String shown = formula.length() > 40 ? formula.substring(0, 40) + "…" : formula;
    if (gaussians == 0) {
      return shown;
    }
    return Words.count(gaussians, "Gaussian") + (formula.isEmpty() ? "" : " + " + shown);
  }
}
