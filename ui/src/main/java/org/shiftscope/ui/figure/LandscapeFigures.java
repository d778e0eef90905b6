package org.shiftscope.ui.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.LandscapeSimulation;
import org.shiftscope.compute.result.LandscapeSimulation.Compared;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.result.LandscapeTheory.AgainstTemperature;
import org.shiftscope.compute.result.LandscapeTheory.BasinOfLoss;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.trial.ComputeTheory;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Band;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Histogram;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Mark;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.wording.FormatNumber;

/** The figures of a landscape: the paper's four (Figs. 4 and 6), and the theory behind them. */
final class LandscapeFigures {

  private static final Axis X = Axis.linear("parameter x");
  private static final Axis T = Axis.logarithmic("temperature T");
  private static final Axis LOSS = Axis.linear("loss");
  private static final int TRAIN = 0;
  private static final int TEST = 1;
  private static final int OTHER = 2;

  /** A chosen temperature this near to a simulated one is taken for it. */
  private static final double SNAP = 0.025;

  /** Edges of a basin, and its bins, that say nothing more to the eye. */
  private static final double NOTHING = 1e-12;

  private final LandscapeTheory theory;
  private final List<LandscapeSimulation> simulations;
  private final boolean constantNoise;

  private LandscapeFigures(
      LandscapeTheory theory, List<LandscapeSimulation> simulations, boolean constantNoise) {
    this.theory = theory;
    this.simulations = simulations;
    this.constantNoise = constantNoise;
  }

  static List<Figure> of(Landscape spec, OptionalDouble temperature, List<Trial> trials) {
    OptionalDouble near =
        temperature.isPresent()
            ? OptionalDouble.of(snapped(spec, temperature.getAsDouble()))
            : temperature;
    LandscapeTheory theory = (LandscapeTheory) ComputeTheory.of(spec, near).orElseThrow();
    List<LandscapeSimulation> simulations =
        Figures.results(trials, LandscapeSimulation.class).stream()
            .map(Figures.Numbered::result)
            .toList();
    var figures = new LandscapeFigures(theory, simulations, spec.landscape().noise().isConstant());
    return List.of(
        figures.objective(),
        figures.density(),
        figures.probabilities(),
        figures.losses(),
        figures.potential(),
        figures.parts());
  }

  static Figures.Slide slide(Landscape spec) {
    LandscapeTheory theory =
        (LandscapeTheory) ComputeTheory.of(spec, OptionalDouble.empty()).orElseThrow();
    Series range = theory.against().temperature();
    return new Figures.Slide(range.get(0), range.get(range.size() - 1), theory.temperature());
  }

  private static double snapped(Landscape spec, double temperature) {
    return spec.temperatures().values().stream()
        .filter(listed -> Math.abs(Math.log(listed / temperature)) < SNAP)
        .findFirst()
        .orElse(temperature);
  }

  private Figure objective() {
    List<Layer> layers = new ArrayList<>();
    layers.add(curve("Train loss", TRAIN, theory.curves().train()));
    layers.add(curve("Test loss", TEST, theory.curves().test()));
    layers.add(
        new Dots(
            "Train minima",
            TRAIN,
            ofBasins(BasinOfLoss::minimum),
            ofBasins(BasinOfLoss::loss),
            ofBasins(basin -> Double.NaN)));
    return new Figure(
        "objective",
        "Train and test loss",
        "L_te(x) = L_tr(x − shift)",
        "The train loss has " + basins() + ". Vertical lines are where basins meet.",
        X,
        LOSS,
        layers,
        boundaries());
  }

  private String basins() {
    List<String> minima =
        theory.basins().stream()
            .map(
                basin ->
                    FormatNumber.significant(basin.minimum())
                        + (basin.atEnd()
                            ? " (an end of the domain)"
                            : basin.order() == 2
                                ? " (L″ = " + FormatNumber.significant(basin.derivative()) + ")"
                                : basin.order() == 0
                                    ? " (flatter than x⁸)"
                                    : " (L″ = 0, order " + basin.order() + ")"))
            .toList();
    return (minima.size() == 1 ? "one basin, at x = " : minima.size() + " basins, at x = ")
        + String.join(", ", minima);
  }

  private List<Mark> boundaries() {
    return theory.basins().stream().skip(1).map(basin -> new Mark(basin.from(), "")).toList();
  }

  private Figure density() {
    List<Layer> layers = new ArrayList<>();
    List<LandscapeSimulation> here =
        simulations.stream().filter(one -> one.temperature() == theory.temperature()).toList();
    for (LandscapeSimulation one : here) {
      layers.add(new Histogram("Walkers", OTHER, one.density().edges(), one.density().walkers()));
    }
    if (!here.isEmpty()) {
      LandscapeSimulation one = here.getFirst();
      layers.add(
          new Curve(
              "Fokker–Planck",
              TEST,
              Stroke.DASHED,
              centres(one.density().edges()),
              one.density().fokkerPlanck()));
    }
    layers.add(curve("Steady state, Eq. 5", TRAIN, theory.curves().density()));
    return new Figure(
        "density",
        "Density of the parameter at T = " + FormatNumber.significant(theory.temperature()),
        "p(x) = Z⁻¹ exp(−(2/T) v(x))",
        here.isEmpty()
            ? "Where SGD is to be found in its steady state."
            : here.getFirst().sentence(),
        X,
        Axis.linear("probability per length"),
        layers,
        boundaries());
  }

  private Figure probabilities() {
    AgainstTemperature against = theory.against();
    List<Layer> layers = new ArrayList<>();
    for (int k = 0; k < theory.basins().size(); k++) {
      String name = "x = " + FormatNumber.significant(theory.basins().get(k).minimum());
      layers.add(
          new Curve(name, k, Stroke.SOLID, against.temperature(), against.probability().get(k)));
      layers.add(
          new Curve(
              name + ", Laplace",
              k,
              Stroke.DASHED,
              against.temperature(),
              against.laplaceWeight().get(k)));
      int basin = k;
      dots(name + ", walkers", k, one -> one.basins().get(basin)).ifPresent(layers::add);
    }
    return new Figure(
        "basins",
        "Probability of each basin",
        "w_k = ∫ p dx over the basin; Laplace (Eq. 6): w_k ∝ exp(−(2/T) v_k) (v_k″)^(−1/2)",
        "As T rises, probability moves from the lowest basin to the wider ones. Laplace's approximation holds while T is small."
            + notArrived(),
        T,
        Axis.linear("probability"),
        layers,
        looked());
  }

  private Figure losses() {
    AgainstTemperature against = theory.against();
    List<Layer> layers = new ArrayList<>();
    layers.add(new Curve("E[L_tr]", TRAIN, Stroke.SOLID, against.temperature(), against.train()));
    layers.add(new Curve("E[L_te]", TEST, Stroke.SOLID, against.temperature(), against.test()));
    dots("E[L_tr], walkers", TRAIN, LandscapeSimulation::trainLoss).ifPresent(layers::add);
    dots("E[L_te], walkers", TEST, LandscapeSimulation::testLoss).ifPresent(layers::add);
    List<Mark> marks = new ArrayList<>();
    double best = theory.bestTemperature();
    boolean shown =
        best >= against.temperature().get(0)
            && best <= against.temperature().get(against.temperature().size() - 1);
    if (shown) {
      marks.add(new Mark(best, "best T"));
    }
    return new Figure(
        "losses",
        "Expected train and test loss",
        "E[L] = ∫ L(x) p(x) dx",
        bestSentence() + notArrived(),
        T,
        LOSS,
        layers,
        marks);
  }

  private String bestSentence() {
    double best = theory.bestTemperature();
    String loss = FormatNumber.significant(theory.bestTestLoss());
    if (best == 0) {
      return "The test loss is best as T → 0, where it goes to " + loss + ".";
    }
    return Double.isInfinite(best) || Double.isNaN(best)
        ? "The test loss falls as T grows, toward " + loss + "."
        : "The test loss is best at T = " + FormatNumber.significant(best) + ": " + loss + ".";
  }

  private String notArrived() {
    long late = simulations.stream().filter(one -> one.notYet() > 0.02).count();
    return late == 0
        ? ""
        : " Walkers of "
            + late
            + " of "
            + simulations.size()
            + " trials have not yet arrived at the steady state in their time.";
  }

  private Figure potential() {
    return new Figure(
        "potential",
        "Effective potential at T = " + FormatNumber.significant(theory.temperature()),
        constantNoise ? "v(x) = L_tr(x) / c" : "v(x) = ∫ L_tr′/c dx + (T/2) ln c(x)",
        constantNoise
            ? "The noise is the same everywhere, so SGD follows the train loss."
            : "The noise depends on the position: SGD follows v, whose minima and depths are not those of the train loss.",
        X,
        Axis.linear("v − lowest v"),
        List.of(
            curve("v", TRAIN, theory.curves().potential()),
            new Dots(
                "Minima of v",
                TRAIN,
                theory.wells().x(),
                theory.wells().potential(),
                Series.of(theory.wells().x().values().stream().mapToDouble(x -> 0).toArray()))),
        boundaries());
  }

  private Figure parts() {
    AgainstTemperature against = theory.against();
    double lowest = theory.basins().stream().mapToDouble(BasinOfLoss::loss).min().orElseThrow();
    List<Layer> layers = new ArrayList<>();
    layers.add(band("Test minima", 2, shifted(against.minimum(), lowest)));
    layers.add(band("Shift-curvature", 3, against.shift()));
    if (!constantNoise) {
      layers.add(band("Bias-curvature", 4, against.bias()));
      layers.add(band("Cross term", 5, against.cross()));
    }
    layers.add(band("Covariance-curvature", 6, against.covariance()));
    layers.add(
        new Curve(
            "Exact", TEST, Stroke.SOLID, against.temperature(), shifted(against.test(), lowest)));
    layers.add(
        new Curve(
            constantNoise ? "Eq. 8" : "Eq. 7",
            TRAIN,
            Stroke.DASHED,
            against.temperature(),
            shifted(against.leading(), lowest)));
    return new Figure(
        "parts",
        "Parts of the expected test loss",
        "E[L_te] ≈ Σ w_k {L_te,k + ½ (s+b)ᵀH(s+b) + ½ tr(HΣ)} (Eq. 4)",
        "Above the lowest test minimum. What the parts add up to, against the exact expectation: they differ by the terms"
            + " beyond the second order of shift and spread.",
        T,
        Axis.linear("loss above the lowest minimum"),
        layers,
        looked());
  }

  private List<Mark> looked() {
    return List.of(
        new Mark(theory.temperature(), "T = " + FormatNumber.significant(theory.temperature())));
  }

  private Band band(String title, int colour, Series y) {
    return new Band(title, colour, theory.against().temperature(), y);
  }

  private Curve curve(String title, int colour, Series y) {
    return new Curve(title, colour, Stroke.SOLID, theory.curves().x(), y);
  }

  private Optional<Layer> dots(
      String title, int colour, Function<LandscapeSimulation, Compared> number) {
    return simulations.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Dots(
                title,
                colour,
                ofSimulations(LandscapeSimulation::temperature),
                ofSimulations(one -> number.apply(one).walkers()),
                ofSimulations(one -> number.apply(one).error())));
  }

  private Series ofSimulations(ToDoubleFunction<LandscapeSimulation> number) {
    return Series.of(simulations.stream().mapToDouble(number).toArray());
  }

  private Series ofBasins(ToDoubleFunction<BasinOfLoss> number) {
    return Series.of(theory.basins().stream().mapToDouble(number).toArray());
  }

  /** Rounding below 0 is 0. */
  private static Series shifted(Series values, double by) {
    return Series.of(
        Arrays.stream(values.toArray())
            .map(value -> Math.abs(value - by) < NOTHING ? 0 : value - by)
            .toArray());
  }

  private static Series centres(Series edges) {
    return Series.of(
        IntStream.range(1, edges.size())
            .mapToDouble(i -> (edges.get(i - 1) + edges.get(i)) / 2)
            .toArray());
  }
}
