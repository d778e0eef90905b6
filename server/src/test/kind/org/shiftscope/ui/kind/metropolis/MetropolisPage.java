package org.shiftscope.ui.kind.metropolis;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.MetropolisMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.MetropolisSampling;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.TemperatureFields;
import org.shiftscope.ui.form.TitleField;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.TemperatureAxis;
import org.shiftscope.ui.kind.Trends;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.Words;

/** Metropolis's walk on the pages. */
public record MetropolisPage(MetropolisSampling spec) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Metropolis",
        "A Metropolis chain walks between two wells; the exact share of its time in the left one is known.",
        "Two wells · " + Words.grid(spec.temperatures(), spec.seeds()));
  }

  @Override
  public List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name", List.of(TitleField.title())),
        new FieldSection(
            "Chain",
            List.of(
                NewField.number("tilt", "Tilt", "", "Of the two wells.", "0.1"),
                NewField.number("stride", "Stride", "x", "Half the width of a proposal.", "1"),
                NewField.number("steps", "Steps", "", "Of each chain.", "400000"))),
        TemperatureFields.withSeeds());
  }

  @Override
  public List<TrialColumn> columns() {
    return List.of(
        TrialColumn.of(MetropolisMeasurement.class, "Left", MetropolisMeasurement::left),
        TrialColumn.of(MetropolisMeasurement.class, "Exact", MetropolisMeasurement::exactLeft),
        TrialColumn.more(MetropolisMeasurement.class, "Taken", MetropolisMeasurement::accepted));
  }

  @Override
  public List<FigureTab> tabs() {
    return FigureTab.alone(Optional.empty(), (temperature, results) -> figures(results));
  }

  private List<Figure> figures(Results results) {
    var trends = Trends.of(spec, results);
    return trends.isEmpty()
        ? List.of()
        : List.of(
            new Figure(
                new Figure.Caption(
                    "left-well",
                    "Share in the left well",
                    "\\int_{x<0} e^{-U/T} \\big/ \\int e^{-U/T}",
                    "Chains, and the exact share."),
                TemperatureAxis.of(spec.temperatures()),
                FigureAxis.linear("Share"),
                List.of(
                    trends.means("exact-left", "Exact", 1),
                    trends.means("left", "Chains", 0))));
  }

  @Override
  public List<Figure> figures(TrialResult result) {
    return result instanceof MetropolisMeasurement chain
        ? List.of(
            new Figure(
                new Figure.Caption("chain", "Where the chain was", "", "Its histogram."),
                FigureAxis.linear("x"),
                FigureAxis.linear("Density"),
                List.of(new Figure.Histogram("Chain", 0, chain.edges(), chain.density()))))
        : List.of();
  }
}
