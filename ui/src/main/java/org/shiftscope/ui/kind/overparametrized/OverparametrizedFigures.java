package org.shiftscope.ui.kind.overparametrized;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.shiftscope.compute.kind.overparametrized.OverparametrizedKind;
import org.shiftscope.compute.result.ModifiedSgdCheck;
import org.shiftscope.compute.result.ModifiedSgdTheory;
import org.shiftscope.compute.result.OverparametrizedFindings;
import org.shiftscope.compute.result.OverparametrizedMeasurement;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.ResultsOf;
import org.shiftscope.ui.kind.Slide;
import org.shiftscope.ui.kind.TemperatureAxis;
import org.shiftscope.ui.kind.Trends;
import org.shiftscope.ui.wording.FormatNumber;

/** The figures of the overparametrized case (Section 5, Appendix D). */
final class OverparametrizedFigures {

  private OverparametrizedFigures() {}

  static List<Figure> of(OverparametrizedShift spec, OptionalDouble temperature, Results results) {
    var found = ResultsOf.of(results, OverparametrizedMeasurement.class, spec);
    Trends trends = Trends.of(spec, results);
    FigureAxis temperatures = TemperatureAxis.of(spec.temperatures());
    double looked = Slide.nearest(spec.temperatures(), temperature);
    List<OverparametrizedMeasurement> here = found.at(looked);
    List<Figure> figures = new ArrayList<>();
    if (!found.isEmpty()) {
      figures.add(curvatures(trends, temperatures));
      figures.add(misses(trends, excess(results), temperatures));
      figures.add(lengths(trends, temperatures));
    }
    if (!here.isEmpty()) {
      figures.add(singularValues(here.getFirst(), looked));
    }
    if (!found.isEmpty()) {
      double lambda = found.all().getFirst().result().hessian().lambda();
      figures.add(spectrum(trends, lambda, temperatures));
    }
    if (here.isEmpty()) {
      new OverparametrizedKind(spec)
          .theory(OptionalDouble.of(temperature.orElse(looked)))
          .ifPresent(theory -> figures.add(modified(theory)));
    } else {
      figures.add(modified(here.getFirst().modifiedSgd(), looked));
    }
    return figures;
  }

  private static double excess(Results results) {
    return results
        .findings()
        .map(OverparametrizedFindings.class::cast)
        .map(found -> found.excess().mean())
        .orElse(Double.NaN);
  }

  private static Figure curvatures(Trends trends, FigureAxis temperatures) {
    return new Figure(
        new Caption(
            "projected-shift",
            "Shift-curvature, plain and projected",
            "\\tfrac12 s^{\\mathsf T} H_{te} s, \\quad s = \\theta_{tr} - \\theta_{te} \\text{ and } P_{te} (\\theta_{tr} - \\theta_{te})",
            "The projected shift is that of Eq. 12. Means over seeds."),
        temperatures,
        FigureAxis.linear("½ sᵀHs"),
        both(trends, "shift-curvature"));
  }

  private static Figure misses(Trends trends, double excess, FigureAxis temperatures) {
    return new Figure(
        new Caption(
            "shift-prediction",
            "What both shifts miss of the test loss at the train point",
            "L_{te}(\\theta_{te}) + g^{\\mathsf T} s + \\tfrac12 s^{\\mathsf T} H_{te} s - L_{te}(\\theta_{tr})",
            "Of a rise of "
                + FormatNumber.significant(excess)
                + " on average. gᵀs is the same for both, since g = ∇L_te(θ_te) lies in the span."),
        temperatures,
        FigureAxis.linear("Predicted − measured"),
        both(trends, "miss"));
  }

  private static Figure lengths(Trends trends, FigureAxis temperatures) {
    return new Figure(
        new Caption(
            "shift-length",
            "Length of the shift",
            "\\lVert s \\rVert \\text{ and } \\lVert P_{te}\\, s \\rVert",
            "What the projection to the span of the test samples' gradients takes away does not change the test loss to first"
                + " order."),
        temperatures,
        FigureAxis.linear("Length"),
        both(trends, "norm"));
  }

  /** Of the plain shift and of the projected one. */
  private static List<Layer> both(Trends trends, String quantity) {
    return List.of(
        trends.means("plain-" + quantity, "Plain", 1),
        trends.means("projected-" + quantity, "Projected", 2));
  }

  private static Figure singularValues(OverparametrizedMeasurement found, double temperature) {
    var train = found.trainSpan();
    var test = found.testSpan();
    return new Figure(
        new Caption(
            "singular-values",
            "Singular values of the samples' gradients",
            "G = \\operatorname{span} \\{\\nabla \\ell_i\\}, \\quad C = \\tfrac1N \\sum_i (\\nabla \\ell_i - \\nabla L)(\\nabla \\ell_i - \\nabla L)^{\\mathsf T}",
            "At T = "
                + FormatNumber.significant(temperature)
                + ": "
                + FormatNumber.whole(found.parameters())
                + " parameters. On train, G has rank "
                + train.rank()
                + " and C rank "
                + train.covarianceRank()
                + " for "
                + train.samples()
                + " samples; the mean gradient is "
                + FormatNumber.significant(train.meanDistance())
                + " of its length off G, and the range of C "
                + FormatNumber.significant(train.rangeDistance())
                + "."),
        FigureAxis.linear("Index"),
        FigureAxis.logarithmic("Singular value"),
        List.of(
            falling("Train", 0, Stroke.SOLID, train.singularValue()),
            falling("Train, centred", 0, Stroke.DASHED, train.centredSingularValue()),
            falling("Test", 1, Stroke.SOLID, test.singularValue()),
            falling("Test, centred", 1, Stroke.DASHED, test.centredSingularValue())));
  }

  /** The last of the centred values is 0 but for rounding, and would stretch the axis. */
  private static Curve falling(String title, int colour, Stroke stroke, Series values) {
    List<Double> kept =
        values.values().stream().filter(value -> value > 1e-12 * values.get(0)).toList();
    return new Curve(
        title,
        colour,
        stroke,
        new Series(IntStream.rangeClosed(1, kept.size()).mapToObj(i -> (double) i).toList()),
        new Series(kept));
  }

  private static Figure spectrum(Trends trends, double lambda, FigureAxis temperatures) {
    return new Figure(
        new Caption(
            "smallest-eigenvalue",
            "Smallest eigenvalue of the train Hessian",
            "H + \\lambda I",
            "λ = "
                + FormatNumber.significant(lambda)
                + " adds itself in every direction. A minimum is strict where the eigenvalue with λ is above 0; the end of a flow"
                + " need not be one."),
        temperatures,
        FigureAxis.linear("Eigenvalue"),
        List.of(
            trends.means("smallest-eigenvalue", "With λ", 0),
            trends.means("smallest-eigenvalue-without", "Without λ", 1)));
  }

  private static Figure modified(ModifiedSgdTheory theory) {
    return modified(
        theory.temperature(),
        theory.curvature(),
        List.of(exact(theory.curvature(), theory.exact(), theory.leadingOrder())));
  }

  private static Figure modified(ModifiedSgdCheck check, double temperature) {
    return modified(
        temperature,
        check.curvature(),
        List.of(
            exact(check.curvature(), check.exact(), check.leadingOrder()),
            new Dots(
                "Walkers",
                2,
                Points.at(
                    check.curvature(),
                    inParts(check.simulated(), check.leadingOrder()),
                    inParts(check.standardError(), check.leadingOrder()),
                    "± one standard error"))));
  }

  private static Figure modified(double temperature, Series curvature, List<Layer> layers) {
    double low = curvature.values().stream().min(Double::compare).orElseThrow();
    double high = curvature.values().stream().max(Double::compare).orElseThrow();
    List<Layer> all = new ArrayList<>();
    all.add(
        new Curve("Leading order in T", 1, Stroke.DASHED, Series.of(low, high), Series.of(1, 1)));
    all.addAll(layers);
    return new Figure(
        new Caption(
            "modified-sgd",
            "Steady state of the modified SGD",
            "\\theta \\leftarrow \\theta - \\tfrac{\\eta}{B} \\sum_i (\\nabla \\ell_i + \\lambda \\theta + \\varepsilon \\xi_i); \\quad \\text{leading order: } H \\Sigma + \\Sigma H = T (C + \\varepsilon^2 I)",
            "Variance along each eigenvector of H + λI on the planted regression at T = "
                + FormatNumber.significant(temperature)
                + ", in parts of that of leading order. Those at the curvature λ = "
                + FormatNumber.significant(low)
                + " lie outside of the span of the samples' gradients, where the added noise alone makes T ε² / (2λ)."),
        FigureAxis.logarithmic("Curvature"),
        FigureAxis.linear("Variance / leading order"),
        all);
  }

  private static Dots exact(Series curvature, Series exact, Series leading) {
    return new Dots("Exact at this η", 0, Points.at(curvature, inParts(exact, leading)));
  }

  private static Series inParts(Series values, Series whole) {
    double[] parts = new double[values.size()];
    Arrays.setAll(parts, i -> values.get(i) / whole.get(i));
    return Series.of(parts);
  }
}
