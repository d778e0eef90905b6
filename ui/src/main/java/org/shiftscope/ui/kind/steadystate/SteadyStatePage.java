package org.shiftscope.ui.kind.steadystate;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.PlantedModel;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.Slide;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.Words;

/** The steady state of SGD on the pages. */
public record SteadyStatePage(SteadyState steady) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Steady state of SGD",
        "A steady state runs SGD on a small model for a long time from the minimum on, and measures"
            + " its mean, its covariance and the basins that it visits against the paper's theory.",
        model()
            + " · "
            + Words.count(steady.temperatures().values().size(), "temperature")
            + " × "
            + Words.count(steady.batchSizes().size(), "batch size")
            + " × "
            + Words.count(steady.seeds().values().size(), "seed"));
  }

  @Override
  public List<FieldSection> sections() {
    return new SteadyStateFields().sections();
  }

  @Override
  public List<TrialColumn> columns() {
    return SteadyStateColumns.ALL;
  }

  @Override
  public boolean certifies() {
    return true;
  }

  @Override
  public List<FigureTab> tabs() {
    return FigureTab.alone(
        slide(), (temperature, results) -> SteadyStateFigures.of(steady, temperature, results));
  }

  private String model() {
    return switch (steady.model()) {
      case PlantedModel.Linear linear -> "linear regression, d = " + linear.dimension();
      case PlantedModel.Logistic logistic -> "logistic regression, d = " + logistic.dimension();
      case PlantedModel.TwoWells _ -> "two wells, d = 1";
      case PlantedModel.TanhMlp mlp ->
          "tanh mlp " + mlp.inputs() + "-" + mlp.hidden() + "-1, d = " + mlp.dimension();
    };
  }

  private Optional<Slide> slide() {
    return steady.model() instanceof PlantedModel.TwoWells
        ? Optional.of(Slide.beyond(steady.temperatures(), 2))
        : Optional.empty();
  }
}
