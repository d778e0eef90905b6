package org.shiftscope.ui.kind.diffusion;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shiftscope.compute.kind.diffusion.DiffusionKind;
import org.shiftscope.compute.result.DiffusionFindings;
import org.shiftscope.compute.result.DiffusionFindings.Terms;
import org.shiftscope.compute.result.DiffusionMeasurement;
import org.shiftscope.compute.result.DiffusionMeasurement.NoiseDirection;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.WeakError;
import org.shiftscope.compute.result.WeakError.Order;
import org.shiftscope.compute.spec.DiffusionAccuracy;
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
import org.shiftscope.ui.kind.TemperatureAxis;
import org.shiftscope.ui.kind.Trends;
import org.shiftscope.ui.wording.FormatNumber;

/** The figures of the accuracy of diffusion (Appendix A). */
final class DiffusionFigures {

  private static final FigureAxis ORDER = FigureAxis.linear("Order n");

  private DiffusionFigures() {}

  static List<Figure> of(DiffusionAccuracy accuracy, OptionalDouble temperature, Results results) {
    var found = ResultsOf.of(results, DiffusionMeasurement.class, accuracy);
    if (found.isEmpty()) {
      return new DiffusionKind(accuracy)
          .theory(temperature).stream().map(DiffusionFigures::weakError).toList();
    }
    List<Figure> figures = new ArrayList<>();
    byDirection(results).forEach((name, terms) -> figures.add(terms(name, terms)));
    figures.add(cumulants(accuracy, found));
    figures.add(againstTemperature(accuracy, Trends.of(accuracy, results)));
    figures.add(weakError(found.all().getFirst().result().weakError()));
    return figures;
  }

  private static Figure weakError(WeakError error) {
    return new Figure(
        new Caption(
            "weak-error",
            "Weak error of the Langevin equation",
            "|\\mathbb E f(\\theta_{SGD}) - \\mathbb E f(\\theta_{Langevin})|, \\quad d\\theta = -\\nabla L\\, dt + \\sqrt{T C}\\, dW, \\quad T = \\eta / B",
            String.format(
                Locale.ROOT,
                "At time %s and equal batch size, both sides without sampling. Slopes: %s for f = θ, %s for f = θ²: first order."
                    + " Corrected, with the drift −∇(L + (η/4) ‖∇L‖²), it is %s.",
                FormatNumber.significant(error.time()),
                say(error.meanOrder()),
                say(error.secondMomentOrder()),
                say(error.correctedOrder()))),
        FigureAxis.logarithmic("Learning rate η"),
        FigureAxis.logarithmic("Error"),
        List.of(
            line("Mean", 0, error.learningRate(), error.mean()),
            line("Second moment", 1, error.learningRate(), error.secondMoment()),
            line("Corrected", 2, error.learningRate(), error.corrected()),
            dots("Mean", 0, error.learningRate(), error.mean()),
            dots("Second moment", 1, error.learningRate(), error.secondMoment()),
            dots("Corrected", 2, error.learningRate(), error.corrected())));
  }

  private static String say(Order order) {
    var error = new BigDecimal(order.standardError()).round(new MathContext(1));
    return String.format(
        Locale.ROOT, "%.4f ± %s", order.slope(), FormatNumber.significant(error.doubleValue()));
  }

  /** Along the gradient first. */
  private static Map<String, List<Terms>> byDirection(Results results) {
    return results.findings().stream()
        .map(DiffusionFindings.class::cast)
        .flatMap(found -> found.terms().stream())
        .collect(Collectors.groupingBy(Terms::direction, LinkedHashMap::new, Collectors.toList()));
  }

  private static Figure terms(String name, List<Terms> temperatures) {
    List<Layer> layers = new ArrayList<>();
    temperatures.forEach(terms -> layers.add(overSeeds(terms, layers.size())));
    return new Figure(
        new Caption(
            "kramers-moyal-" + name.replace(' ', '-'),
            "Kramers–Moyal terms along u: " + name,
            "\\frac{T^{n-1} |\\kappa_n|}{n!\\, w^n} \\text{ in parts of } n = 2, \\quad w^2 = \\frac{T \\kappa_2}{2 u^{\\mathsf T} H u}",
            "For a density of the width w that Eq. 10 gives. Eq. 10 keeps n = 1 and 2; n = 3 and more are what it leaves out. Means"
                + " over seeds; none where the loss does not curve upwards along u."),
        ORDER,
        FigureAxis.logarithmic("Term in parts of the second"),
        layers);
  }

  private static Dots overSeeds(Terms terms, int colour) {
    return new Dots(
        title(terms.temperature()),
        colour,
        Points.at(
                orders(terms.relative().size()), terms.relative(), terms.error(), Trends.OVER_SEEDS)
            .withoutWideBars());
  }

  private static Figure cumulants(
      DiffusionAccuracy accuracy, ResultsOf<DiffusionMeasurement> found) {
    List<Layer> layers = new ArrayList<>();
    for (double temperature : accuracy.temperatures().values()) {
      found.at(temperature).stream()
          .findFirst()
          .map(one -> one.directions().getFirst())
          .ifPresent(
              gradient -> layers.add(standardised(title(temperature), layers.size(), gradient)));
    }
    return new Figure(
        new Caption(
            "cumulants",
            "Cumulants of the noise along the gradient",
            "|\\kappa_n| / \\kappa_2^{n/2} \\text{ of } u^{\\mathsf T} \\nabla \\ell_i \\text{ over the samples}",
            "At the end of SGD of the first seed, over "
                + FormatNumber.whole(found.all().getFirst().result().samples())
                + " samples; a normal noise has none above n = 2."),
        ORDER,
        FigureAxis.logarithmic("Standardised cumulant"),
        layers);
  }

  private static Dots standardised(String title, int colour, NoiseDirection direction) {
    return new Dots(
        title,
        colour,
        Points.at(
                orders(direction.cumulant().size()),
                direction.standardised(),
                direction.standardisedError(),
                "± one standard error by the bootstrap, where below the cumulant")
            .withoutWideBars());
  }

  private static String title(double temperature) {
    return "T = " + FormatNumber.significant(temperature);
  }

  private static Figure againstTemperature(DiffusionAccuracy accuracy, Trends trends) {
    return new Figure(
        new Caption(
            "third-term",
            "What the diffusion leaves out, against temperature",
            "\\propto T^{(n-2)/2} \\text{ at equal cumulants}",
            "The third and fourth terms along the gradient and along the top eigenvector, in parts of the second: means over seeds."),
        TemperatureAxis.of(accuracy.temperatures()),
        FigureAxis.logarithmic("Term in parts of the second"),
        List.of(
            trends.means("gradient-third", "Gradient, n = 3", 0),
            trends.means("gradient-fourth", "Gradient, n = 4", 1),
            trends.means("top-third", "Top, n = 3", 2),
            trends.means("top-fourth", "Top, n = 4", 3)));
  }

  private static Series orders(int count) {
    return new Series(IntStream.rangeClosed(1, count).mapToObj(n -> (double) n).toList());
  }

  private static Curve line(String title, int colour, Series x, Series y) {
    return new Curve(title, colour, Stroke.SOLID, rising(x), rising(y));
  }

  /** The rates fall; a curve's points rise. */
  private static Series rising(Series falling) {
    return new Series(falling.values().reversed());
  }

  private static Dots dots(String title, int colour, Series x, Series y) {
    return new Dots(title, colour, Points.at(x, y));
  }
}
