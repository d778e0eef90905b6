package org.shiftscope.ui.kind.assumption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.shiftscope.compute.kind.assumption.AssumptionKind;
import org.shiftscope.compute.result.AssumptionFindings;
import org.shiftscope.compute.result.AssumptionFindings.Curl;
import org.shiftscope.compute.result.AssumptionFindings.Rotation;
import org.shiftscope.compute.result.CurlMeasurement;
import org.shiftscope.compute.result.CurlTheory;
import org.shiftscope.compute.result.CurrentMeasurement;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.HeatMap;
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

/** The figures of Assumption 1: the curl, and the current of the steady state. */
final class AssumptionFigures {

  private static final String FIELD = "a = C^{-1} (\\nabla L + \\tfrac T2\\, \\nabla \\!\\cdot C)";
  private static final double DECADE = 10;

  private AssumptionFigures() {}

  static List<Figure> of(AssumptionCheck check, OptionalDouble temperature, Results results) {
    return switch (check.field()) {
      case Formulas _ -> ofFormulas(check, temperature, results);
      case DigitsRegression _ -> ofDigits(check, results);
    };
  }

  /** A decade about the temperatures: the curl is known at each. */
  static Optional<Slide> slide(AssumptionCheck check) {
    return switch (check.field()) {
      case Formulas _ -> Optional.of(Slide.beyond(check.temperatures(), DECADE));
      case DigitsRegression _ -> Optional.empty();
    };
  }

  private static List<Figure> ofFormulas(
      AssumptionCheck check, OptionalDouble temperature, Results results) {
    List<Figure> figures = new ArrayList<>();
    new AssumptionKind(check).theory(temperature).ifPresent(theory -> figures.add(curl(theory)));
    var found = ResultsOf.of(results, CurrentMeasurement.class, check);
    double looked = Slide.nearest(check.temperatures(), temperature);
    List<CurrentMeasurement> here = found.at(looked);
    if (!here.isEmpty()) {
      figures.add(section(here.getFirst(), looked));
      figures.add(size(here.getFirst(), looked));
      figures.add(density(here.getFirst(), looked));
      figures.add(rotation(check, results));
    }
    return figures;
  }

  private static Figure curl(CurlTheory theory) {
    String t = FormatNumber.significant(theory.temperature());
    return new Figure(
        new Caption(
            "curl",
            "Curl of the field",
            "\\partial_x a_y - \\partial_y a_x, \\quad " + FIELD,
            theory.zero()
                ? "0 but for rounding: the field is a gradient, Assumption 1 holds, and Eq. 5 is the steady state at T = "
                    + t
                    + "."
                : "Not 0: "
                    + FormatNumber.significant(theory.relative())
                    + " of the field's own slope (root mean squares) at T = "
                    + t
                    + ". Assumption 1 fails, and the steady state has a current."),
        FigureAxis.linear("x"),
        FigureAxis.linear("y"),
        List.of(
            new HeatMap(
                "Curl",
                theory.x(),
                theory.y(),
                theory.zero() ? Series.of(new double[theory.curl().size()]) : theory.curl(),
                true)));
  }

  /** The current along y on the row of bins nearest to the domain's middle. */
  private static Figure section(CurrentMeasurement found, double temperature) {
    int columns = found.x().size();
    int row = found.y().size() / 2;
    List<Layer> layers = new ArrayList<>();
    if (found.exactY().size() > 0) {
      layers.add(new Curve("Exact", 0, Stroke.SOLID, found.x(), row(found.exactY(), row, columns)));
    }
    layers.add(
        new Dots(
            "Walkers",
            layers.isEmpty() ? 0 : 1,
            Points.at(
                found.x(),
                row(found.currentY(), row, columns),
                row(found.errorY(), row, columns),
                "± one standard error")));
    return new Figure(
        new Caption(
            "current-section",
            "Current through a line",
            "J = -\\nabla L\\, p - \\tfrac T2 \\nabla \\!\\cdot (C p)",
            "The current along y where y = "
                + FormatNumber.significant(found.y().get(row))
                + ", at T = "
                + FormatNumber.significant(temperature)
                + ": displacements of the walkers counted at their midpoints"
                + (found.exactY().size() > 0
                    ? ", over that of the Ornstein–Uhlenbeck process."
                    : ". Without curl it is 0 everywhere.")),
        FigureAxis.linear("x"),
        FigureAxis.linear("J_y"),
        layers);
  }

  private static Figure size(CurrentMeasurement found, double temperature) {
    double[] size = new double[found.currentX().size()];
    Arrays.setAll(size, i -> Math.hypot(found.currentX().get(i), found.currentY().get(i)));
    return new Figure(
        new Caption(
            "current-size",
            "Size of the current",
            "\\lVert J \\rVert",
            "From the walkers at T = "
                + FormatNumber.significant(temperature)
                + ". What is left where there is no current is the noise of the count."),
        FigureAxis.linear("x"),
        FigureAxis.linear("y"),
        List.of(new HeatMap("‖J‖", found.x(), found.y(), Series.of(size), false)));
  }

  private static Figure density(CurrentMeasurement found, double temperature) {
    return new Figure(
        new Caption(
            "density",
            "Density of the walkers",
            "",
            "The steady state at T = " + FormatNumber.significant(temperature) + ", as simulated."),
        FigureAxis.linear("x"),
        FigureAxis.linear("y"),
        List.of(new HeatMap("p", found.x(), found.y(), found.density(), false)));
  }

  private static Figure rotation(AssumptionCheck check, Results results) {
    List<Layer> layers = new ArrayList<>();
    layers.add(
        new Dots(
            "Walkers", 1, Trends.of(check, results).trials("rotation", "± one standard error")));
    List<Rotation> exact =
        found(results)
            .flatMap(found -> found.rotations().stream())
            .filter(at -> Double.isFinite(at.exact()))
            .toList();
    if (!exact.isEmpty()) {
      layers.add(
          new Dots(
              "Exact", 0, Points.at(of(exact, Rotation::temperature), of(exact, Rotation::exact))));
    }
    return new Figure(
        new Caption(
            "rotation",
            "Rotation of the steady state",
            "\\mathbb E (x\\, v_y - y\\, v_x)",
            "Twice the area that a walker sweeps in a unit of time, about the middle of the domain, one dot for each trial."
                + " It is 0 where there is no current."),
        TemperatureAxis.of(check.temperatures()),
        FigureAxis.linear("Rotation"),
        layers);
  }

  private static List<Figure> ofDigits(AssumptionCheck check, Results results) {
    var found = ResultsOf.of(results, CurlMeasurement.class, check);
    if (found.isEmpty()) {
      return List.of();
    }
    List<Layer> layers = new ArrayList<>();
    found(results)
        .flatMap(all -> all.curls().stream())
        .forEach(curl -> layers.add(overSeeds(curl, layers.size())));
    CurlMeasurement first = found.all().getFirst().result();
    return List.of(
        new Figure(
            new Caption(
                "curl-distance",
                "How far the field is from a gradient",
                "\\lVert \\tfrac12 (J - J^{\\mathsf T}) \\rVert / \\lVert J \\rVert, \\quad J = \\partial a, \\quad "
                    + FIELD,
                String.format(
                    Locale.ROOT,
                    "%d parameters, %s samples. At the minimum ‖C − H‖ is %s of ‖H‖; where C were H, the field would be a gradient"
                        + " there. Means over points and seeds, with the standard error over seeds.",
                    first.parameters(),
                    FormatNumber.whole(first.samples()),
                    FormatNumber.significant(first.noiseFromCurvature()))),
            FigureAxis.linear("Distance from the minimum, standard deviations"),
            FigureAxis.linear("Antisymmetric share"),
            layers));
  }

  private static Dots overSeeds(Curl curl, int colour) {
    return new Dots(
        "T = " + FormatNumber.significant(curl.temperature()),
        colour,
        Points.at(curl.distance(), curl.mean(), curl.error(), Trends.OVER_SEEDS));
  }

  private static Stream<AssumptionFindings> found(Results results) {
    return results.findings().stream().map(AssumptionFindings.class::cast);
  }

  private static Series of(List<Rotation> rotations, ToDoubleFunction<Rotation> number) {
    return Series.of(rotations.stream().mapToDouble(number).toArray());
  }

  private static Series row(Series values, int row, int columns) {
    return new Series(values.values().subList(row * columns, (row + 1) * columns));
  }
}
