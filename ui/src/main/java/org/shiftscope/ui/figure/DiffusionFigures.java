package org.shiftscope.ui.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.shiftscope.compute.result.DiffusionMeasurement;
import org.shiftscope.compute.result.DiffusionMeasurement.NoiseDirection;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.WeakError;
import org.shiftscope.compute.result.WeakError.Order;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.trial.ComputeTheory;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.wording.FormatNumber;

/** The figures of the accuracy of diffusion (Appendix A). */
final class DiffusionFigures {

  private static final Axis ORDER = new Axis("Order n", false, List.of());

  private static final int DIRECTIONS = 3;

  private DiffusionFigures() {}

  static List<Figure> of(
      DiffusionAccuracy accuracy, OptionalDouble temperature, List<Trial> trials) {
    var found =
        new TrialsAt<>(
            Figures.results(trials, DiffusionMeasurement.class), accuracy::temperatureOf);
    if (found.all().isEmpty()) {
      return ComputeTheory.of(accuracy, temperature).stream()
          .filter(WeakError.class::isInstance)
          .map(theory -> weakError((WeakError) theory))
          .toList();
    }
    List<Figure> figures = new ArrayList<>();
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      figures.add(terms(accuracy, found, direction));
    }
    figures.add(cumulants(accuracy, found));
    figures.add(againstTemperature(found));
    figures.add(weakError(found.all().getFirst().result().weakError()));
    return figures;
  }

  private static Figure weakError(WeakError error) {
    return new Figure(
        "weak-error",
        "Weak error of the Langevin equation",
        "|E f(θ_SGD) − E f(θ_Langevin)|,  dθ = −∇L dt + √(T C) dW,  T = η/B",
        String.format(
            Locale.ROOT,
            "At time %s and equal batch size, both sides without sampling. Slopes: %s for f = θ, %s for f = θ²: first order."
                + " Corrected, with the drift −∇(L + (η/4) ‖∇L‖²), it is %s.",
            FormatNumber.significant(error.time()),
            say(error.meanOrder()),
            say(error.secondMomentOrder()),
            say(error.correctedOrder())),
        Axis.logarithmic("Learning rate η"),
        Axis.logarithmic("Error"),
        List.of(
            line("Mean", 0, error.learningRate(), error.mean()),
            line("Second moment", 1, error.learningRate(), error.secondMoment()),
            line("Corrected", 2, error.learningRate(), error.corrected()),
            dots("Mean", 0, error.learningRate(), error.mean()),
            dots("Second moment", 1, error.learningRate(), error.secondMoment()),
            dots("Corrected", 2, error.learningRate(), error.corrected())),
        List.of());
  }

  private static String say(Order order) {
    return String.format(Locale.ROOT, "%.4f ± %.1g", order.slope(), order.standardError());
  }

  private static Figure terms(
      DiffusionAccuracy accuracy, TrialsAt<DiffusionMeasurement> found, int direction) {
    List<Layer> layers = new ArrayList<>();
    String name = found.all().getFirst().result().directions().get(direction).name();
    for (double temperature : accuracy.temperatures().values()) {
      List<Series> seeds =
          found.at(temperature).stream()
              .map(one -> one.directions().get(direction).relative())
              .toList();
      if (!seeds.isEmpty()) {
        layers.add(overSeeds(title(temperature), layers.size(), seeds));
      }
    }
    return new Figure(
        "kramers-moyal-" + name.replace(' ', '-'),
        "Kramers–Moyal terms along u: " + name,
        "T^(n−1) |κ_n| / (n! wⁿ), in parts of n = 2;  w² = T κ_2 / (2 uᵀHu)",
        "For a density of the width w that Eq. 10 gives. Eq. 10 keeps n = 1 and 2; n = 3 and more are what it leaves out. Means"
            + " over seeds, with the standard errors that are below them; none where the loss does not curve upwards along u.",
        ORDER,
        Axis.logarithmic("Term in parts of the second"),
        layers,
        List.of());
  }

  private static Dots overSeeds(String title, int colour, List<Series> seeds) {
    double[] mean = new double[seeds.getFirst().size()];
    double[] error = new double[mean.length];
    for (int n = 0; n < mean.length; n++) {
      var values = new StreamingStatistics();
      for (Series seed : seeds) {
        values.addValue(seed.get(n));
      }
      mean[n] = values.getMean();
      error[n] = TrialsAt.error(values);
    }
    return withoutWideBars(
        new Dots(title, colour, orders(mean.length), Series.of(mean), Series.of(error)));
  }

  private static Figure cumulants(
      DiffusionAccuracy accuracy, TrialsAt<DiffusionMeasurement> found) {
    List<Layer> layers = new ArrayList<>();
    for (double temperature : accuracy.temperatures().values()) {
      found.at(temperature).stream()
          .findFirst()
          .map(one -> one.directions().getFirst())
          .ifPresent(
              gradient -> layers.add(standardised(title(temperature), layers.size(), gradient)));
    }
    return new Figure(
        "cumulants",
        "Cumulants of the noise along the gradient",
        "|κ_n| / κ_2^(n/2) of uᵀ∇ℓ_i over the samples",
        "At the end of SGD of the first seed, over "
            + FormatNumber.whole(found.all().getFirst().result().samples())
            + " samples; a normal noise has none above n = 2. Bars: standard errors by the bootstrap, where they are below"
            + " the cumulant.",
        ORDER,
        Axis.logarithmic("Standardised cumulant"),
        layers,
        List.of());
  }

  private static Dots standardised(String title, int colour, NoiseDirection direction) {
    double scale = Math.sqrt(direction.cumulant().get(1));
    return withoutWideBars(
        new Dots(
            title,
            colour,
            orders(direction.cumulant().size()),
            scaled(direction.cumulant(), scale),
            scaled(direction.standardError(), scale)));
  }

  private static String title(double temperature) {
    return "T = " + FormatNumber.significant(temperature);
  }

  /** On a logarithmic axis a bar that reaches 0 has no end. */
  private static Dots withoutWideBars(Dots dots) {
    double[] error = dots.error().toArray();
    Arrays.setAll(error, i -> error[i] < dots.y().get(i) ? error[i] : 0);
    return new Dots(dots.title(), dots.colour(), dots.x(), dots.y(), Series.of(error));
  }

  private static Figure againstTemperature(TrialsAt<DiffusionMeasurement> found) {
    return new Figure(
        "third-term",
        "What the diffusion leaves out, against temperature",
        "T^((n−2)/2) at equal cumulants",
        "The third and fourth terms along the gradient and along the top eigenvector, in parts of the second: means over seeds"
            + " with their standard errors.",
        Axis.logarithmic("Temperature T"),
        Axis.logarithmic("Term in parts of the second"),
        List.of(
            found.dots("Gradient, n = 3", 0, one -> one.directions().get(0).relative().get(2)),
            found.dots("Gradient, n = 4", 1, one -> one.directions().get(0).relative().get(3)),
            found.dots("Top, n = 3", 2, one -> one.directions().get(1).relative().get(2)),
            found.dots("Top, n = 4", 3, one -> one.directions().get(1).relative().get(3))),
        List.of());
  }

  private static Series orders(int count) {
    return new Series(IntStream.rangeClosed(1, count).mapToObj(n -> (double) n).toList());
  }

  /** |value_n| / scaleⁿ. */
  private static Series scaled(Series values, double scale) {
    double[] scaled = values.toArray();
    Arrays.setAll(scaled, i -> Math.abs(scaled[i]) / Math.pow(scale, i + 1));
    return Series.of(scaled);
  }

  private static Curve line(String title, int colour, Series x, Series y) {
    return new Curve(title, colour, Stroke.SOLID, rising(x), rising(y));
  }

  /** The rates fall; a curve's points rise. */
  private static Series rising(Series falling) {
    return new Series(falling.values().reversed());
  }

  private static Dots dots(String title, int colour, Series x, Series y) {
    return new Dots(title, colour, x, y, Series.of(new double[x.size()]));
  }
}
