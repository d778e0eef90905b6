package org.shiftscope.ui.kind.twostage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TwoStageFindings;
import org.shiftscope.compute.result.TwoStageFindings.EqualTemperature;
import org.shiftscope.compute.result.TwoStageFindings.Loss;
import org.shiftscope.compute.result.TwoStageFindings.Setting;
import org.shiftscope.compute.spec.FinalLoss;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.TemperatureAxis;
import org.shiftscope.ui.kind.Trends;

/** The figures of a two-stage experiment: the collapse, and where it breaks. */
record TwoStageFigures(TwoStage spec, TwoStageFindings found, Trends trends) {

  private static final String SPREAD = "± one standard deviation over initialisations";
  private static final String NATS = "Loss (nats per sample)";

  static List<Figure> of(TwoStage spec, TwoStageFindings found, Results results) {
    var figures = new TwoStageFigures(spec, found, Trends.of(spec, results));
    return Stream.concat(
            Stream.of(figures.collapse(Loss.TEST), figures.collapse(Loss.TRAIN), figures.changes()),
            Stream.of(Loss.TEST, Loss.TRAIN)
                .filter(loss -> found.equalTemperatures().stream().anyMatch(t -> t.loss() == loss))
                .map(figures::equality))
        .toList();
  }

  private Figure collapse(Loss loss) {
    List<Layer> layers = new ArrayList<>();
    List<Integer> sizes = spec.batchSizes().stream().sorted().toList();
    for (int colour = 0; colour < sizes.size(); colour++) {
      int batchSize = sizes.get(colour);
      String title = "B = " + batchSize;
      layers.add(new Dots(title, colour, Style.JOINED, means(loss, batchSize)));
      layers.add(
          new Dots(title, colour, Style.PALE, trials("final-" + loss.id() + "-loss", batchSize)));
    }
    return new Figure(
        new Caption(
            "collapse-" + loss.id(),
            "Final " + loss.title().toLowerCase(Locale.ROOT) + ", all η and B",
            "L(\\eta, B) = L(T), \\quad T = \\eta / B",
            "Where the curves of all batch sizes lie on one another, the loss depends on η and B through T alone."
                + " Each has η = T · B. Medians over the last steps, without the L2 term; "
                + (spec.second().finalLoss() == FinalLoss.WHOLE
                    ? "with batch norm, by the running statistics after each step."
                    : "the train loss is that of minibatches, the test loss that of the last point.")),
        TemperatureAxis.of(spec.temperatures()),
        // A setting that breaks lies orders of magnitude above those that collapse.
        FigureAxis.logarithmic(NATS),
        layers);
  }

  private Points trials(String trend, int batchSize) {
    return trends.trials(trend, "", trial -> spec.batchSizeOf(trial) == batchSize).withoutBars();
  }

  private Points means(Loss loss, int batchSize) {
    List<Setting> own =
        found.settings().stream()
            .filter(setting -> setting.batchSize() == batchSize && setting.trials() > 0)
            .toList();
    return Points.at(
            series(own, Setting::temperature),
            series(own, loss == Loss.TRAIN ? Setting::trainLoss : Setting::testLoss),
            series(own, loss == Loss.TRAIN ? Setting::trainDeviation : Setting::testDeviation),
            SPREAD)
        .withoutWideBars();
  }

  private static Series series(List<Setting> settings, ToDoubleFunction<Setting> value) {
    return Series.of(settings.stream().mapToDouble(value).toArray());
  }

  /** Against where each initialisation's first stage ended. */
  private Figure changes() {
    List<Layer> layers = new ArrayList<>();
    for (Loss loss : Loss.values()) {
      String id = loss.id() + "-loss-change";
      layers.add(
          new Dots(
              loss.title(),
              loss.ordinal(),
              Style.JOINED,
              trends.means(
                  id,
                  mean -> mean.deviation(),
                  "± one standard deviation over trials of equal T")));
      layers.add(
          new Dots(loss.title(), loss.ordinal(), Style.PALE, trends.trials(id, "").withoutBars()));
    }
    return new Figure(
        new Caption(
            "change-in-second-stage",
            "What the second stage changed",
            "L_{\\text{final}} - L_{\\text{first stage}}",
            "Against where each initialisation's first stage ended, over all batch sizes; below 0 the loss fell."),
        TemperatureAxis.of(spec.temperatures()),
        FigureAxis.linear("Change of the loss (nats per sample)"),
        layers);
  }

  private Figure equality(Loss loss) {
    List<EqualTemperature> tests =
        found.equalTemperatures().stream().filter(test -> test.loss() == loss).toList();
    List<Layer> layers = new ArrayList<>();
    double margin = tests.getFirst().margin();
    double least = tests.stream().mapToDouble(EqualTemperature::learningRate).min().orElseThrow();
    double most = tests.stream().mapToDouble(EqualTemperature::learningRate).max().orElseThrow();
    Series rates = Series.of(least / 1.5, most * 1.5);
    layers.add(level("Equal", 2, rates, 0));
    layers.add(level("Margin", 3, rates, margin));
    layers.add(level("Margin", 3, rates, -margin));
    for (Verdict verdict : Verdict.values()) {
      List<EqualTemperature> own =
          tests.stream().filter(test -> test.verdict() == verdict).toList();
      if (!own.isEmpty()) {
        layers.add(new Dots(verdict.title(), verdict.ordinal(), points(own)));
      }
    }
    return new Figure(
        new Caption(
            "equal-temperature-" + loss.id(),
            loss.title() + " at equal T, other η and B",
            "L(\\eta, B) - L(\\eta_0, B_0) \\text{ at } \\frac{\\eta}{B} = \\frac{\\eta_0}{B_0}",
            "Each (η, B) against the smallest batch of its temperature, in pairs of one initialisation. What breaks the collapse is the size"
                + " of η: near η·h = 2 a step is no longer small."),
        FigureAxis.logarithmic("Learning rate η = T · B"),
        FigureAxis.linear("Difference of the loss (nats per sample)"),
        layers);
  }

  private static Layer level(String title, int colour, Series rates, double level) {
    return new Curve(title, colour, Stroke.DASHED, rates, Series.of(level, level));
  }

  private static Points points(List<EqualTemperature> tests) {
    return Points.at(
        Series.of(tests.stream().mapToDouble(EqualTemperature::learningRate).toArray()),
        Series.of(tests.stream().mapToDouble(EqualTemperature::difference).toArray()),
        Series.of(
            tests.stream()
                .mapToDouble(test -> (test.interval().high() - test.interval().low()) / 2)
                .toArray()),
        "90 % interval of the mean difference over initialisations");
  }
}
