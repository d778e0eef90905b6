package org.shiftscope.ui.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.result.SteadyStateMeasurement.Shift;
import org.shiftscope.compute.result.SteadyStateTheory;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.steadystate.Equivalence;
import org.shiftscope.compute.trial.ComputeTheory;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.wording.FormatNumber;

/** The figures of a steady state: what SGD came to, over what theory says. */
final class SteadyStateFigures {

  private static final String TEMPERATURE = "Temperature T = η / B";
  private static final int LINE_POINTS = 25;

  private final SteadyState spec;
  private final SteadyStateTheory theory;
  private final List<SteadyStateMeasurement> trials;
  private final double[] temperatures;

  private SteadyStateFigures(
      SteadyState spec, SteadyStateTheory theory, List<SteadyStateMeasurement> trials) {
    this.spec = spec;
    this.theory = theory;
    this.trials = trials;
    double[] values = spec.temperatures().values().stream().mapToDouble(t -> t).toArray();
    double low = Arrays.stream(values).min().orElseThrow() / 1.5;
    double high = Arrays.stream(values).max().orElseThrow() * 1.5;
    temperatures = new double[LINE_POINTS];
    Arrays.setAll(temperatures, i -> low * Math.pow(high / low, i / (LINE_POINTS - 1.0)));
  }

  /** The figures; empty where the model has no strict minimum. */
  static List<Figure> of(SteadyState spec, OptionalDouble temperature, List<Trial> trials) {
    var theory =
        (SteadyStateTheory) ComputeTheory.of(spec, temperature).orElse(SteadyStateTheory.none());
    if (!theory.found()) {
      return List.of();
    }
    List<SteadyStateMeasurement> measured =
        Figures.results(trials, SteadyStateMeasurement.class).stream()
            .map(Figures.Numbered::result)
            .toList();
    var figures = new SteadyStateFigures(spec, theory, measured);
    Stream<Figure> wells =
        theory.basins().two() ? Stream.of(figures.density(), figures.occupation()) : Stream.empty();
    Stream<Figure> near =
        measured.isEmpty()
            ? Stream.of(figures.trace(), figures.shift())
            : Stream.of(figures.trace(), figures.shift(), figures.ratios(), figures.invariance());
    // One parameter has one entry, the trace.
    Stream<Figure> matrix =
        measured.isEmpty() || spec.model().dimension() == 1
            ? Stream.empty()
            : Stream.of(figures.entries());
    return Stream.of(wells, matrix, near).flatMap(each -> each).toList();
  }

  private Figure trace() {
    List<Layer> layers = new ArrayList<>();
    layers.add(line("Theory", 0, Stroke.SOLID, theory.covarianceTracePerTemperature()));
    for (int b = 0; b < spec.batchSizes().size(); b++) {
      int batchSize = spec.batchSizes().get(b);
      List<SteadyStateMeasurement> found =
          trials.stream().filter(trial -> trial.run().batchSize() == batchSize).toList();
      if (!found.isEmpty()) {
        layers.add(
            dots(
                "B = " + batchSize,
                b + 1,
                found,
                trial -> trial.run().temperature(),
                trial -> trial.covariance().trace(),
                trial -> trial.covariance().traceError()));
      }
    }
    return new Figure(
        "covariance-trace",
        "Spread of the parameters",
        "tr Σ = (T/2) Σ C_ii / h_i,  from HΣ + ΣH = T C",
        without(
            "To first order in T the covariance of θ grows in proportion to it, and depends on η and B"
                + " through T alone while η is small."
                + (theory.basins().two() ? " That of the right basin alone." : "")),
        Axis.logarithmic(TEMPERATURE),
        Axis.logarithmic("tr Σ (θ²)"),
        layers,
        List.of());
  }

  private Figure entries() {
    List<double[]> lyapunov = new ArrayList<>();
    List<double[]> paper = new ArrayList<>();
    double largest = 0;
    int smallest = spec.batchSizes().stream().mapToInt(b -> b).min().orElseThrow();
    for (SteadyStateMeasurement trial : trials) {
      if (trial.run().batchSize() == smallest) {
        double t = trial.run().temperature();
        var covariance = trial.covariance();
        for (int i = 0; i < covariance.measured().size(); i++) {
          double measured = covariance.measured().get(i) / t;
          double error = covariance.error().get(i) / t;
          lyapunov.add(new double[] {covariance.lyapunov().get(i) / t, measured, error});
          paper.add(new double[] {covariance.paper().get(i) / t, measured, error});
          largest = Math.max(largest, Math.abs(covariance.lyapunov().get(i) / t));
        }
      }
    }
    Series ends = Series.of(-largest / 2, largest * 1.05);
    return new Figure(
        "covariance-entries",
        "Covariance, entry by entry",
        "Σ / T against HΣ + ΣH = T C, and against (T/4)(H⁻¹C + CH⁻¹)",
        "Each entry in the basis of the Hessian's eigenvectors, at B = "
            + smallest
            + ". The two agree on the diagonal. Off it only Lyapunov's equation holds where C and H do"
            + " not commute: ‖HC − CH‖ / 2‖HC‖ is "
            + FormatNumber.significant(theory.commutator())
            + " here.",
        Axis.linear("Theory (θ² per T)"),
        Axis.linear("SGD (θ² per T)"),
        List.of(
            new Curve("Equal", 2, Stroke.DASHED, ends, ends),
            dots("Paper's form", 1, paper),
            dots("Lyapunov", 0, lyapunov)),
        List.of());
  }

  /** Along the eigenvector on which the mean and b differ most. */
  private Figure shift() {
    int along = 0;
    for (int i = 0; i < theory.eigenvalues().size(); i++) {
      if (size(i) > size(along)) {
        along = i;
      }
    }
    int axis = along;
    List<Layer> layers = new ArrayList<>();
    layers.add(line("Mean", 0, Stroke.SOLID, theory.meanPerTemperature().get(axis)));
    layers.add(line("b", 2, Stroke.DASHED, theory.biasPerTemperature().get(axis)));
    if (!trials.isEmpty()) {
      SteadyStateMeasurement any = trials.getFirst();
      layers.add(
          line("Mode", 1, Stroke.SOLID, any.mode().theory().get(axis) / any.run().temperature()));
      layers.add(shifts("SGD's mean", 0, axis, SteadyStateMeasurement::mean));
      layers.add(shifts("SGD's mode", 1, axis, SteadyStateMeasurement::mode));
    }
    return new Figure(
        "bias",
        "Bias against the minimum",
        "b = −(T/2) H⁻¹ ∇·C;  E θ − θ* = −½ H⁻¹ (∇³L : Σ)",
        without(
            "To first order, all shifts are linear in T; along the Hessian's eigenvector of h = "
                + FormatNumber.significant(theory.eigenvalues().get(axis))
                + ". The paper's b is the mode of Eq. 5's density, not its mean; SGD's own mode also"
                + " feels the third cumulant of the gradients, which Eq. 10 leaves out."),
        Axis.logarithmic(TEMPERATURE),
        Axis.linear("θ − θ* along the eigenvector"),
        layers,
        List.of());
  }

  private double size(int axis) {
    return Math.abs(theory.meanPerTemperature().get(axis) - theory.biasPerTemperature().get(axis));
  }

  private Dots shifts(
      String title, int colour, int axis, Function<SteadyStateMeasurement, Shift> shift) {
    return dots(
        title,
        colour,
        trials,
        trial -> trial.run().temperature(),
        trial -> shift.apply(trial).measured().get(axis),
        trial -> shift.apply(trial).error().get(axis));
  }

  private Figure ratios() {
    return new Figure(
        "fluctuation-dissipation",
        "Arrival in the steady state",
        "E[θ·∇L] / ((T/2) E tr C),  E‖∇L‖² / ((T/2) E tr HC)",
        without(
            "Both ratios start at 0, since SGD starts at the minimum, and are 1 in the steady state."
                + " Mean over the trials, with its standard error."),
        Axis.logarithmic("Flow time η · steps"),
        Axis.linear("Ratio"),
        List.of(
            new Curve("1", 2, Stroke.DASHED, ends(), Series.of(1, 1)),
            windows("First", 0, trial -> trial.fluctuation().first()),
            windows("Second", 1, trial -> trial.fluctuation().second())),
        spec.burnIn() > 0 ? List.of(new Figure.Mark(spec.burnIn(), "burn-in ends")) : List.of());
  }

  private Series ends() {
    Series time = trials.getFirst().fluctuation().flowTime();
    return Series.of(time.get(0), time.get(time.size() - 1));
  }

  private Dots windows(String title, int colour, Function<SteadyStateMeasurement, Series> ratio) {
    List<double[]> points = new ArrayList<>();
    Series time = trials.getFirst().fluctuation().flowTime();
    for (int w = 0; w < time.size(); w++) {
      int window = w;
      double[] values =
          trials.stream().mapToDouble(trial -> ratio.apply(trial).get(window)).toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      double error = Math.sqrt(squares / (values.length - 1.0) / values.length);
      points.add(new double[] {time.get(w), mean, error});
    }
    return dots(title, colour, points);
  }

  private Figure invariance() {
    List<Equivalence> found =
        Equivalence.of(trials, Equivalence.Quantity.covarianceTrace(), spec.margin());
    List<Layer> layers = new ArrayList<>();
    double least = found.stream().mapToDouble(Equivalence::learningRate).min().orElse(0.01) / 1.5;
    double most = found.stream().mapToDouble(Equivalence::learningRate).max().orElse(1) * 1.5;
    Series rates = Series.of(least, most);
    for (int side = -1; side <= 1; side++) {
      double level = 1 + side * spec.margin();
      layers.add(
          new Curve(
              side == 0 ? "1" : side < 0 ? "Low" : "High",
              side == 0 ? 2 : 3,
              Stroke.DASHED,
              rates,
              Series.of(level, level)));
    }
    for (Equivalence.Verdict verdict : Equivalence.Verdict.values()) {
      List<double[]> points =
          found.stream()
              .filter(each -> each.verdict() == verdict)
              .map(
                  each ->
                      new double[] {
                        each.learningRate(), each.ratio(), (each.high() - each.low()) / 2
                      })
              .toList();
      if (!points.isEmpty()) {
        layers.add(dots(name(verdict), verdict.ordinal(), points));
      }
    }
    return new Figure(
        "invariance",
        "Equal T, different η and B",
        "tr Σ(η, B) / tr Σ(η₀, B₀) at η / B = η₀ / B₀, 90 % intervals",
        sayVerdicts(found),
        Axis.logarithmic("Learning rate η = T · B"),
        Axis.linear("Ratio to the smallest batch"),
        layers,
        List.of());
  }

  private static String name(Equivalence.Verdict verdict) {
    return switch (verdict) {
      case EQUIVALENT -> "Equivalent";
      case DIFFERENT -> "Different";
      case UNDECIDED -> "Undecided";
    };
  }

  private String sayVerdicts(List<Equivalence> found) {
    if (found.isEmpty()) {
      return "Two batch sizes at one temperature are needed to compare.";
    }
    String margin = FormatNumber.percent(spec.margin());
    return Stream.of(Equivalence.Verdict.values())
            .map(
                verdict ->
                    found.stream().filter(each -> each.verdict() == verdict).count()
                        + " "
                        + name(verdict).toLowerCase(Locale.ROOT))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow()
        + ", by two one-sided t-tests at 5 % with a margin of "
        + margin
        + ". Eq. 11 knows T alone; the size of η breaks it.";
  }

  private Figure density() {
    var basins = theory.basins();
    List<Layer> layers = new ArrayList<>();
    List<Figure.Mark> marks = new ArrayList<>();
    nearest(basins.temperature())
        .ifPresent(
            trial -> {
              layers.add(
                  new Figure.Histogram(
                      "SGD, T = "
                          + FormatNumber.significant(trial.run().temperature())
                          + ", B = "
                          + trial.run().batchSize(),
                      1,
                      trial.basins().edges(),
                      trial.basins().density()));
              String[] names = {"left", "barrier", "right"};
              for (int i = 0; i < names.length; i++) {
                marks.add(new Figure.Mark(trial.basins().stationary().get(i), names[i]));
              }
            });
    layers.add(
        new Curve(
            "Eq. 5, T = " + FormatNumber.significant(basins.temperature()),
            0,
            Stroke.SOLID,
            basins.theta(),
            basins.density()));
    return new Figure(
        "density",
        "Density of the steady state",
        "p(θ) = Z⁻¹ exp(−(2/T) v(θ)),  v = ∫ L′/c dθ + (T/2) ln c",
        nearest(basins.temperature())
            .map(
                trial ->
                    "Total variation distance "
                        + FormatNumber.significant(trial.basins().distance())
                        + " ± "
                        + FormatNumber.significant(trial.basins().distanceError())
                        + "; a perfect sample of this size would have "
                        + FormatNumber.significant(trial.basins().distanceOfPerfectSample())
                        + ".")
            .orElse("c(θ) is that of the samples, not a constant."),
        Axis.linear("θ"),
        Axis.linear("p(θ)"),
        layers,
        marks);
  }

  /** The trial whose temperature is nearest, of the smallest batch. */
  private Optional<SteadyStateMeasurement> nearest(double temperature) {
    return trials.stream()
        .min(
            Comparator.<SteadyStateMeasurement>comparingDouble(
                    trial -> Math.abs(Math.log(trial.run().temperature() / temperature)))
                .thenComparingInt(trial -> trial.run().batchSize()));
  }

  private Figure occupation() {
    var basins = theory.basins();
    List<Layer> layers = new ArrayList<>();
    layers.add(new Curve("Eq. 5", 0, Stroke.SOLID, basins.temperatures(), basins.rightEq5()));
    layers.add(new Curve("Eq. 6", 2, Stroke.DASHED, basins.temperatures(), basins.rightEq6()));
    if (!trials.isEmpty()) {
      layers.add(
          dots(
              "SGD",
              1,
              trials,
              trial -> trial.run().temperature(),
              trial -> trial.basins().right(),
              trial -> trial.basins().rightError()));
    }
    return new Figure(
        "occupation",
        "Occupation of the right basin",
        "w_k ∝ exp(−(2/T) v_k) (v_k″)^(−1/2)",
        without("The share of time that SGD spends in the deeper basin falls as T rises."),
        Axis.logarithmic(TEMPERATURE),
        Axis.linear("Probability"),
        layers,
        List.of());
  }

  /** Theory is about draws with replacement. */
  private String without(String sentence) {
    return spec.replacement() == Replacement.WITH
        ? sentence
        : sentence
            + " Theory draws with replacement; without, the noise of an epoch's batches nearly"
            + " cancels.";
  }

  private Curve line(String title, int colour, Stroke stroke, double perTemperature) {
    return new Curve(
        title,
        colour,
        stroke,
        Series.of(temperatures),
        Series.of(Arrays.stream(temperatures).map(t -> t * perTemperature).toArray()));
  }

  private static Dots dots(
      String title,
      int colour,
      List<SteadyStateMeasurement> trials,
      ToDoubleFunction<SteadyStateMeasurement> x,
      ToDoubleFunction<SteadyStateMeasurement> y,
      ToDoubleFunction<SteadyStateMeasurement> error) {
    return dots(
        title,
        colour,
        trials.stream()
            .map(
                trial ->
                    new double[] {
                      x.applyAsDouble(trial), y.applyAsDouble(trial), error.applyAsDouble(trial)
                    })
            .toList());
  }

  /** Dots from points of x, y and error. */
  private static Dots dots(String title, int colour, List<double[]> points) {
    return new Dots(title, colour, column(points, 0), column(points, 1), column(points, 2));
  }

  private static Series column(List<double[]> points, int place) {
    return Series.of(points.stream().mapToDouble(point -> point[place]).toArray());
  }
}
