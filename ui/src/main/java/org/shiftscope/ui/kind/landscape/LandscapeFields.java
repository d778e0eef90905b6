package org.shiftscope.ui.kind.landscape;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.form.TemperatureFields;
import org.shiftscope.ui.form.TitleField;
import org.shiftscope.ui.wording.FormatNumber;

/** The fields of a landscape: their words. */
final class LandscapeFields {

  static List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name", List.of(TitleField.title())),
        landscape(),
        TemperatureFields.withSeeds(),
        simulation());
  }

  private static FieldSection landscape() {
    return new FieldSection(
        "Landscape",
        List.of(
            NewField.numbers(
                "objective.gaussians.minima",
                "Minima",
                "x",
                "Centres of the Gaussians; may be empty.",
                ""),
            NewField.numbers(
                "objective.gaussians.weights",
                "Weights",
                "area",
                "One for each; above 0 makes a minimum.",
                ""),
            NewField.numbers(
                "objective.gaussians.sigmas",
                "Sigmas",
                "x",
                "Their standard deviations, one for each.",
                ""),
            NewField.text(
                "objective.formula",
                "Formula",
                "In x, added to the Gaussians: (x^2 - 1)^2 + 0.1*x. Knows + - * / ^, exp, log, sqrt, sin, cos, sinh, cosh,"
                    + " tanh, gauss(x, mean, sigma), pi, e.",
                ""),
            NewField.number(
                "shift", "Shift", "x", "The test loss is the train loss moved by it.", "0.1"),
            NewField.text(
                "noise",
                "Gradient noise c(x)",
                "Variance of the per-sample gradient: a number, or a formula in x above 0.",
                "0.001"),
            NewField.number("domain.from", "Domain from", "x", "Its ends reflect.", "-3"),
            NewField.number("domain.to", "Domain to", "x", "", "3")));
  }

  private static FieldSection simulation() {
    return new FieldSection(
        "Simulation, drawn over the theory",
        List.of(),
        List.of(
            NewField.number(
                "simulation.walkers",
                "Walkers",
                "",
                "512 or more, in blocks of 256 whose spread is the error.",
                "2560"),
            NewField.number(
                "simulation.time",
                "Time",
                "η · steps",
                "From an even spread; the second half is measured.",
                "500"),
            NewField.number(
                "simulation.timeStep",
                "Time step",
                "η",
                "Small against 1 / L″: its error is of first order.",
                "0.02")),
        (json, spec) -> say(spec));
  }

  private static String say(Optional<ExperimentSpec> spec) {
    return spec.filter(Landscape.class::isInstance)
        .map(Landscape.class::cast)
        .map(LandscapeFields::say)
        .orElse("");
  }

  private static String say(Landscape landscape) {
    return FormatNumber.whole(landscape.simulation().steps())
        + " steps of "
        + FormatNumber.whole(landscape.simulation().walkers())
        + " walkers in each trial, and the Fokker–Planck equation over the same time.";
  }
}
