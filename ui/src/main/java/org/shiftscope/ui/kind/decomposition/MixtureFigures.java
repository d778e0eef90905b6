package org.shiftscope.ui.kind.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.decomposition.FindMixture;
import org.shiftscope.compute.result.Decomposition.Term;
import org.shiftscope.compute.result.Mixture;
import org.shiftscope.compute.result.Mixture.AtTemperature;
import org.shiftscope.compute.result.Mixture.Estimate;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.TrainedExperiment;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Band;
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
import org.shiftscope.ui.wording.FormatNumber;

/** Eq. 4 over the seeds of each temperature. */
public final class MixtureFigures {

  private static final String NATS = "Loss (nats per sample)";
  private static final String INTERVAL = "95 % interval of the mean over seeds (Student's t)";
  private static final String TERMS =
      "L_{te}(\\theta_{te}) + g^{\\mathsf T}(s + b) + \\tfrac12 s^{\\mathsf T} H s + s^{\\mathsf T} H b + \\tfrac12 b^{\\mathsf T} H b + \\tfrac12 \\operatorname{tr}(H \\Sigma)";

  private MixtureFigures() {}

  /**
   * The figures.
   *
   * @param mixture of at least one temperature
   * @param results whose findings have the trends of the terms
   */
  public static List<Figure> of(TrainedExperiment spec, Mixture mixture, Results results) {
    FigureAxis axis = TemperatureAxis.of(spec.temperatures());
    Trends trends = Trends.of(spec, results);
    return List.of(
        stacked(mixture.temperatures(), axis, spec.sgd().lambda()),
        terms(trends, axis),
        residuals(trends, axis),
        lengths(trends, axis));
  }

  private static Figure stacked(List<AtTemperature> found, FigureAxis axis, double lambda) {
    List<Layer> layers = new ArrayList<>();
    Series t = series(found, AtTemperature::temperature);
    layers.add(new Band("Test loss at θ_te", 7, t, series(found, at -> at.testLoss().mean())));
    for (Term term : Term.values()) {
      layers.add(new Band(term.title(), colour(term), t, series(found, at -> of(at, term).mean())));
    }
    layers.add(new Curve("Eq. 7", 0, Stroke.DASHED, t, series(found, at -> at.smallT().mean())));
    layers.add(dots("Sum of Eq. 4", 0, found, AtTemperature::sum));
    layers.add(dots("Measured mean", 1, found, AtTemperature::measured));
    return new Figure(
        new Caption(
            "eq4-stacked",
            "The expected test loss and its terms",
            "\\mathbb E[L_{te}] \\approx " + TERMS,
            "Each band stands on the sum of those before it; a term below 0 takes away from it. Over them the mean test loss that"
                + " was measured over the iterates and seeds. Eq. 7, for small T, has the test loss at θ_te and the shift-curvature"
                + " alone. All losses carry the L2 term, λ = "
                + FormatNumber.significant(lambda)
                + "."),
        axis,
        FigureAxis.linear(NATS),
        layers);
  }

  private static Figure terms(Trends trends, FigureAxis axis) {
    List<Layer> layers = new ArrayList<>();
    for (Term term : Term.values()) {
      layers.add(
          new Dots(
              term.title(),
              colour(term),
              Style.JOINED,
              trends.means(FindMixture.idOf(term), mean -> mean.error(), Trends.OVER_SEEDS)));
    }
    return new Figure(
        new Caption(
            "eq4-terms",
            "Which term leads at which temperature",
            TERMS,
            "The terms of the excess over L_te(θ_te), one by one. The paper says that at small T the shift-curvature is the largest"
                + " of the curvatures."),
        axis,
        FigureAxis.linear(NATS),
        layers);
  }

  private static Figure residuals(Trends trends, FigureAxis axis) {
    return new Figure(
        new Caption(
            "eq4-residual",
            "What Eq. 4 leaves over",
            "\\tfrac1n \\sum_i L_{te}(\\theta_i) - \\text{sum over the same iterates}",
            "0 for a quadratic loss. The bars of a trial are the jackknife's over 8 blocks of its window; beside them what the"
                + " quadratic model misses at the mean of the iterates, which is of third order."),
        axis,
        FigureAxis.linear(NATS),
        List.of(
            new Dots(
                "Residual of a trial",
                1,
                Style.PALE,
                trends.trials("eq4-residual", "± one standard error over the window")),
            trends.means("eq4-residual", "Residual, mean", 0),
            trends.means("eq4-third-order", "Quadratic's miss at θ̄, mean", 2)));
  }

  private static Figure lengths(Trends trends, FigureAxis axis) {
    return new Figure(
        new Caption(
            "eq4-lengths",
            "Shift, bias and spread",
            "\\lVert s \\rVert, \\quad \\lVert b \\rVert, \\quad \\sqrt{\\operatorname{tr} \\Sigma}",
            "How far the points and the iterates lie apart, whatever the loss makes of it."),
        axis,
        FigureAxis.logarithmic("Length"),
        List.of(
            trends.means("eq4-shift-norm", "‖s‖", colour(Term.SHIFT_CURVATURE)),
            trends.means("eq4-bias-norm", "‖b‖", colour(Term.BIAS_CURVATURE)),
            trends.means("eq4-spread", "√tr Σ", colour(Term.COVARIANCE_CURVATURE))));
  }

  /** The colour of a term in all figures. */
  static int colour(Term term) {
    return 2 + term.ordinal();
  }

  private static Dots dots(
      String title, int colour, List<AtTemperature> found, Function<AtTemperature, Estimate> of) {
    return new Dots(
        title,
        colour,
        Points.at(
            series(found, AtTemperature::temperature),
            series(found, at -> of.apply(at).mean()),
            series(found, at -> half(of.apply(at))),
            INTERVAL));
  }

  private static double half(Estimate estimate) {
    return estimate.interval().high() - estimate.mean();
  }

  private static Estimate of(AtTemperature at, Term term) {
    return at.terms().stream()
        .filter(each -> each.term() == term)
        .findFirst()
        .orElseThrow()
        .estimate();
  }

  private static Series series(List<AtTemperature> found, ToDoubleFunction<AtTemperature> number) {
    return Series.of(found.stream().mapToDouble(number).toArray());
  }
}
