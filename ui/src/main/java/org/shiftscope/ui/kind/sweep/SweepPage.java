package org.shiftscope.ui.kind.sweep;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.result.League;
import org.shiftscope.compute.result.Measures;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.LineFields;
import org.shiftscope.ui.form.MeasuresFields;
import org.shiftscope.ui.form.RefinementFields;
import org.shiftscope.ui.form.SpectrumFields;
import org.shiftscope.ui.form.TrainingFields;
import org.shiftscope.ui.form.WindowFields;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.Trends;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.kind.decomposition.MixtureFigures;
import org.shiftscope.ui.kind.decomposition.WindowFigures;
import org.shiftscope.ui.wording.Words;

/** A temperature sweep on the pages. */
public record SweepPage(TemperatureSweep sweep) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Temperature sweep",
        "A temperature sweep trains the network at each temperature and seed, refines the end of"
            + " SGD to a train point and a test point, and measures the losses along the line"
            + " through both.",
        Words.trained(sweep));
  }

  @Override
  public List<FieldSection> sections() {
    List<FieldSection> refinement = RefinementFields.sections();
    return TrainingFields.and(
        refinement.getFirst(),
        refinement.getLast(),
        LineFields.section(),
        SpectrumFields.section(),
        MeasuresFields.section(),
        WindowFields.optional());
  }

  @Override
  public List<TrialColumn> columns() {
    return SweepColumns.of(sweep);
  }

  @Override
  public boolean certifies() {
    return true;
  }

  @Override
  public List<FigureTab> tabs() {
    return Stream.of(
            plainTabs().stream(),
            several() ? Stream.of(flowTimes()) : Stream.<FigureTab>of(),
            sweep.measures().map(_ -> measures()).stream(),
            sweep.window().map(_ -> eq4()).stream())
        .flatMap(each -> each)
        .toList();
  }

  /** Whether flows are measured on their way too. */
  private boolean several() {
    return sweep.refinement().flowTimes().size() > 1;
  }

  private FigureTab flowTimes() {
    return new FigureTab(
        "flow-times",
        "Flow times",
        Optional.empty(),
        (temperature, results) ->
            found(results)
                .map(found -> FlowTimeFigures.of(TimedTrends.of(sweep, found, results)))
                .orElse(List.of()),
        results ->
            found(results)
                .map(found -> FlowTimeTable.of(TimedTrends.of(sweep, found, results)))
                .orElse(List.of()));
  }

  private FigureTab measures() {
    return new FigureTab(
        "measures",
        "Measures",
        Optional.empty(),
        (temperature, results) ->
            league(results)
                .map(league -> LeagueFigures.of(league, Trends.of(sweep, results)))
                .orElse(List.of()),
        results -> league(results).map(LeagueTable::of).orElse(List.of()));
  }

  private static Optional<League> league(Results results) {
    return LeagueFigures.withRows(found(results).flatMap(SweepFindings::league));
  }

  private List<FigureTab> plainTabs() {
    return List.of(
        new FigureTab(
            "trends",
            "Trends",
            Optional.empty(),
            (temperature, results) ->
                found(results).map(found -> TrendFigures.of(sweep, results)).orElse(List.of())),
        new FigureTab(
            "eq3",
            "Eq. 3",
            Optional.empty(),
            (temperature, results) ->
                found(results)
                    .map(found -> Eq3Figure.of(TimedTrends.of(sweep, found, results)))
                    .orElse(List.of())));
  }

  private FigureTab eq4() {
    return new FigureTab(
        "eq4",
        "Eq. 4",
        Optional.empty(),
        (temperature, results) ->
            found(results)
                .flatMap(SweepFindings::mixture)
                .map(mixture -> MixtureFigures.of(sweep, mixture, results))
                .orElse(List.of()));
  }

  private static Optional<SweepFindings> found(Results results) {
    return results
        .findings()
        .map(SweepFindings.class::cast)
        .filter(found -> !found.trials().counted().isEmpty());
  }

  @Override
  public List<Figure> figures(TrialResult result) {
    return result instanceof ShiftMeasurement measured
        ? Stream.of(
                LineFigures.of(measured).stream(),
                measured.measures().flatMap(Measures::chain).map(ChainFigure::of).stream(),
                measured.decomposition().map(WindowFigures::of).stream().flatMap(List::stream))
            .flatMap(each -> each)
            .toList()
        : List.of();
  }

  @Override
  public List<NumberTable> numbers(TrialResult result) {
    return result instanceof ShiftMeasurement measured ? TrialNumbers.of(measured) : List.of();
  }
}
