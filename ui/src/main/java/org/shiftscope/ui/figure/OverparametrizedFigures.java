package org.shiftscope.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.ModifiedSgdCheck;
import org.shiftscope.compute.result.ModifiedSgdTheory;
import org.shiftscope.compute.result.OverparametrizedMeasurement;
import org.shiftscope.compute.result.OverparametrizedMeasurement.Shift;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.trial.ComputeTheory;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.wording.FormatNumber;

/** The figures of the overparametrized case (Section 5, Appendix D). */
final class OverparametrizedFigures {

  private static final Axis TEMPERATURE = Axis.logarithmic("Temperature T");

  private OverparametrizedFigures() {}

  static List<Figure> of(
      OverparametrizedShift spec, OptionalDouble temperature, List<Trial> trials) {
    var found =
        new TrialsAt<>(
            Figures.results(trials, OverparametrizedMeasurement.class), spec::temperatureOf);
    double looked = Figures.nearest(spec.temperatures(), temperature);
    List<OverparametrizedMeasurement> here = found.at(looked);
    List<Figure> figures = new ArrayList<>();
    if (!found.all().isEmpty()) {
      figures.add(rise(found));
      figures.add(lengths(found));
    }
    if (!here.isEmpty()) {
      figures.add(singularValues(here.getFirst(), looked));
    }
    if (!found.all().isEmpty()) {
      figures.add(spectrum(found));
    }
    if (here.isEmpty()) {
      ComputeTheory.of(spec, OptionalDouble.of(temperature.orElse(looked)))
          .filter(ModifiedSgdTheory.class::isInstance)
          .map(ModifiedSgdTheory.class::cast)
          .ifPresent(theory -> figures.add(modified(theory)));
    } else {
      figures.add(modified(here.getFirst().modifiedSgd(), looked));
    }
    return figures;
  }

  private static Figure rise(TrialsAt<OverparametrizedMeasurement> found) {
    return new Figure(
        "projected-shift",
        "The test loss at the train point, by both shifts",
        "L_te(θ_tr) − L_te(θ_te) ≈ gᵀs + ½ sᵀ H_te s,  s = P_te (θ_tr − θ_te)",
        "Measured, and from the plain and the projected shift (Eq. 12): means over seeds with their standard errors. gᵀs is"
            + " the same for both, since g lies in the span.",
        TEMPERATURE,
        Axis.linear("Loss"),
        List.of(
            found.dots("Measured", 0, OverparametrizedMeasurement::testLossRise),
            found.dots("Plain shift", 1, one -> predicted(one.plain())),
            found.dots("Projected shift", 2, one -> predicted(one.projected())),
            found.dots("½ sᵀHs, plain", 3, one -> one.plain().shiftCurvature()),
            found.dots("½ sᵀHs, projected", 4, one -> one.projected().shiftCurvature())),
        List.of());
  }

  private static double predicted(Shift shift) {
    return shift.slope() + shift.shiftCurvature();
  }

  private static Figure lengths(TrialsAt<OverparametrizedMeasurement> found) {
    return new Figure(
        "shift-length",
        "Length of the shift",
        "‖s‖ and ‖P_te s‖",
        "What the projection to the span of the test samples' gradients takes away does not change the test loss to first"
            + " order.",
        TEMPERATURE,
        Axis.linear("Length"),
        List.of(
            found.dots("Plain", 1, one -> one.plain().norm()),
            found.dots("Projected", 2, one -> one.projected().norm())),
        List.of());
  }

  private static Figure singularValues(OverparametrizedMeasurement found, double temperature) {
    var train = found.trainSpan();
    var test = found.testSpan();
    return new Figure(
        "singular-values",
        "Singular values of the samples' gradients",
        "G = span{∇ℓ_i},  C = (1/N) Σ (∇ℓ_i − ∇L)(∇ℓ_i − ∇L)ᵀ",
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
            + ".",
        Axis.linear("Index"),
        Axis.logarithmic("Singular value"),
        List.of(
            falling("Train gradients", 0, Stroke.SOLID, train.singularValue()),
            falling("Train, less their mean", 0, Stroke.DASHED, train.centredSingularValue()),
            falling("Test gradients", 1, Stroke.SOLID, test.singularValue()),
            falling("Test, less their mean", 1, Stroke.DASHED, test.centredSingularValue())),
        List.of());
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

  private static Figure spectrum(TrialsAt<OverparametrizedMeasurement> found) {
    double lambda = found.all().getFirst().result().hessian().lambda();
    return new Figure(
        "smallest-eigenvalue",
        "Smallest eigenvalue of the train Hessian",
        "H + λI,  λ = " + FormatNumber.significant(lambda),
        "λ adds itself in every direction. A minimum is strict where the eigenvalue with λ is above 0; the end of a flow"
            + " need not be one.",
        TEMPERATURE,
        Axis.linear("Eigenvalue"),
        List.of(
            found.dots("With λ", 0, one -> one.hessian().smallest()),
            found.dots("Without λ", 1, one -> one.hessian().smallestWithout())),
        List.of());
  }

  private static Figure modified(ModifiedSgdTheory theory) {
    return modified(
        theory.temperature(),
        List.of(
            dots("Exact at this η", 0, theory.curvature(), theory.exact()),
            dots("Leading order in T", 1, theory.curvature(), theory.leadingOrder())));
  }

  private static Figure modified(ModifiedSgdCheck check, double temperature) {
    return modified(
        temperature,
        List.of(
            dots("Exact at this η", 0, check.curvature(), check.exact()),
            dots("Leading order in T", 1, check.curvature(), check.leadingOrder()),
            new Dots("Walkers", 2, check.curvature(), check.simulated(), check.standardError())));
  }

  private static Figure modified(double temperature, List<Layer> layers) {
    return new Figure(
        "modified-sgd",
        "Steady state of the modified SGD",
        "θ ← θ − (η/B) Σ (∇ℓ_i + λθ + ε ξ_i);  HΣ + ΣH = T (C + ε² I)",
        "Variance along each eigenvector of H + λI on the planted regression, at T = "
            + FormatNumber.significant(temperature)
            + ". Those at the curvature λ lie outside of the span of the samples' gradients, where the added noise alone makes"
            + " T ε² / (2λ).",
        Axis.logarithmic("Curvature"),
        Axis.logarithmic("Variance"),
        layers,
        List.of());
  }

  private static Dots dots(String title, int colour, Series x, Series y) {
    return new Dots(title, colour, x, y, Series.of(new double[x.size()]));
  }
}
