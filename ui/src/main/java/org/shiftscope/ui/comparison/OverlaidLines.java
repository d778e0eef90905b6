package org.shiftscope.ui.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.shiftscope.compute.comparison.ComparedExperiment;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import org.shiftscope.storage.TrialSummary;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Mark;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.comparison.ComparisonChoice.OfTrial;

/**
 * The losses along the lines of trials of several experiments, over one another.
 *
 * @param offered every trial that may have a line, with its label, in the order of the experiments
 * @param shown those whose lines are shown, with what was measured along these
 */
record OverlaidLines(
    SequencedMap<OfTrial, String> offered, SequencedMap<OfTrial, ShiftMeasurement> shown) {

  /** Longer lists are no help; the address takes any trial. */
  private static final int MOST_OFFERED = 2_000;

  /** None of any. */
  static final OverlaidLines NONE = new OverlaidLines(new LinkedHashMap<>(), new LinkedHashMap<>());

  /**
   * Reads them.
   *
   * @param names of the compared experiments, in their order
   * @param wanted those to show; empty for the first that has a line, of each experiment
   */
  static OverlaidLines read(
      Experiments experiments,
      List<ComparedExperiment> compared,
      Map<String, String> names,
      List<OfTrial> wanted) {
    SequencedMap<OfTrial, String> offered = new LinkedHashMap<>();
    SequencedMap<OfTrial, ShiftMeasurement> shown = new LinkedHashMap<>();
    for (ComparedExperiment each : compared) {
      ExperimentId id = new ExperimentId(each.experiment());
      List<OfTrial> finished =
          experiments.trials(id, 0, MOST_OFFERED).stream()
              .filter(trial -> trial.state() == TrialState.FINISHED)
              .map(TrialSummary::number)
              .map(number -> new OfTrial(id, number))
              .toList();
      finished.forEach(
          trial ->
              offered.put(
                  trial,
                  names.getOrDefault(each.experiment(), each.title())
                      + " · "
                      + each.spec().trialLabel(trial.number())));
      if (wanted.isEmpty()) {
        first(experiments, finished)
            .ifPresent(found -> shown.put(found.getKey(), found.getValue()));
      }
    }
    wanted.stream()
        .filter(offered::containsKey)
        .forEach(
            trial -> line(experiments, trial).ifPresent(measured -> shown.put(trial, measured)));
    return new OverlaidLines(offered, shown);
  }

  /** Few diverge before one that was measured, so few are read. */
  private static Optional<Map.Entry<OfTrial, ShiftMeasurement>> first(
      Experiments experiments, List<OfTrial> finished) {
    return finished.stream()
        .limit(ComparisonChoice.MOST_LINES)
        .flatMap(
            trial -> line(experiments, trial).map(measured -> Map.entry(trial, measured)).stream())
        .findFirst();
  }

  private static Optional<ShiftMeasurement> line(Experiments experiments, OfTrial trial) {
    return experiments
        .trial(trial.experiment(), trial.number())
        .flatMap(Trial::result)
        .filter(ShiftMeasurement.class::isInstance)
        .map(ShiftMeasurement.class::cast);
  }

  /** The trials that are shown. */
  List<OfTrial> chosen() {
    return List.copyOf(shown.sequencedKeySet());
  }

  /** Both losses of each; nothing where there is none. */
  List<Figure> figures() {
    if (shown.isEmpty()) {
      return List.of();
    }
    List<Layer> train = new ArrayList<>();
    List<Layer> test = new ArrayList<>();
    int colour = 0;
    for (Map.Entry<OfTrial, ShiftMeasurement> each : shown.entrySet()) {
      OfTrial trial = each.getKey();
      ShiftMeasurement.Line line = each.getValue().line();
      String label = offered.getOrDefault(trial, trial.toString());
      train.add(new Curve(label, colour, Stroke.SOLID, line.alpha(), line.trainLoss()));
      test.add(new Curve(label, colour, Stroke.SOLID, line.alpha(), line.testLoss()));
      colour++;
    }
    return List.of(figure("train", "Train", train), figure("test", "Test", test));
  }

  private static Figure figure(String id, String loss, List<Layer> layers) {
    return new Figure(
        new Caption(
            "lines-" + id,
            loss + " loss along the lines",
            "\\theta(\\alpha) = \\theta_{tr} + \\alpha\\, (\\theta_{te} - \\theta_{tr})",
            "Each trial's own line, α in units of its own shift: 0 at its θ_tr, 1 at its θ_te."),
        FigureAxis.linear("Position α on the line (0 at θ_tr, 1 at θ_te)"),
        FigureAxis.linear(loss + " loss (nats per sample)"),
        layers,
        List.of(new Mark(0, "θ_tr"), new Mark(1, "θ_te")));
  }
}
