package org.shiftscope.ui.kind.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Compared;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Words;

/**
 * The check of Eq. 3: what the shift costs, measured, against the shift-curvature that predicts it.
 * On the diagonal the prediction is exact.
 */
final class Eq3Figure {

  private Eq3Figure() {}

  static List<Figure> of(List<MeasuredTrial> trials) {
    List<MeasuredTrial> byTemperature =
        trials.stream().sorted(Comparator.comparingDouble(MeasuredTrial::temperature)).toList();
    if (trials.isEmpty()) {
      return List.of();
    }
    Figure all =
        Compared.of(
            new Caption(
                "eq3",
                "Eq. 3: what the shift costs, predicted and measured",
                "L_{te}(\\theta_{tr}) - L_{te}(\\theta_{te}) \\approx \\tfrac12 s^{\\mathsf T} H_{te}\\, s",
                sentence(Excess.of(Prediction.FITTED, byTemperature))),
            "Predicted excess (nats per sample)",
            "Measured L_te(θ_tr) − L_te(θ_te) (nats per sample)",
            Stream.of(Prediction.values()).map(how -> dots(how, byTemperature)).toList());
    return List.of(
        new Figure(
            all.caption(),
            all.x(),
            all.y(),
            all.layers(),
            all.marks(),
            Set.of(Prediction.EXACT.title(), Prediction.WITH_SLOPE.title())));
  }

  private static Dots dots(Prediction how, List<MeasuredTrial> trials) {
    return new Dots(
        how.title(),
        how.ordinal(),
        Style.HEATED,
        Points.at(
                Series.of(trials.stream().mapToDouble(how::of).toArray()),
                Series.of(trials.stream().mapToDouble(Excess::measured).toArray()))
            .of(trials.stream().map(MeasuredTrial::origin).toList()));
  }

  private static String sentence(Excess excess) {
    double share = excess.bias() / excess.meanMeasured();
    return "Measured against ½ κ_te of the symmetrized fit, over "
        + Words.count(excess.trials(), "trial")
        + ": slope through the origin "
        + FormatNumber.significant(excess.slope())
        + "; the fit is "
        + FormatNumber.significant(Math.abs(excess.bias()))
        + " nats too "
        + (excess.bias() < 0 ? "low" : "high")
        + " on average"
        + (Double.isFinite(share) ? ", " + FormatNumber.percent(Math.abs(share)) : "")
        + "; "
        + excess.correlation().stream()
            .mapToObj(r -> String.format(Locale.ROOT, "Pearson correlation %.4f", r))
            .findFirst()
            .orElse("no correlation is told of fewer than 6 trials or of differences by rounding")
        + ". Colours go from the lowest temperature, blue, to the highest, orange.";
  }
}
