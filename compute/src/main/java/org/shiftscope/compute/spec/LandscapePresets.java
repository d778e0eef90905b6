package org.shiftscope.compute.spec;

import java.util.List;
import java.util.function.Supplier;

/** Landscapes that a person can start from: those of Figs 4 and 6, and two of our own. */
final class LandscapePresets implements Supplier<List<Preset>> {

  private static final DomainSpec PAPER_DOMAIN = new DomainSpec(-3, 3);
  private static final Seeds SEED = new Seeds(List.of(0L));

  @Override
  public List<Preset> get() {
    return List.of(
        paper(
            "paper-figure-4-left",
            "Paper, Fig. 4 left: a deep narrow and a shallow wide basin",
            "The narrow basin is deeper, and costs more of the test loss where it is shifted: a finite temperature is best for"
                + " the test loss.",
            gaussians(List.of(-1.0, 1.0), List.of(0.021, 0.1), List.of(0.1, 0.5)),
            0.1,
            new EnsembleSpec(2_560, 500, 0.02)),
        paper(
            "paper-figure-4-right",
            "Paper, Fig. 4 right: the wide basin is deeper",
            "The wide basin is the deeper one too: nothing is to be traded, and the test loss is best as T → 0.",
            gaussians(List.of(-1.0, 1.0), List.of(0.019, 0.1), List.of(0.1, 0.5)),
            0.1,
            new EnsembleSpec(2_560, 500, 0.02)),
        paper(
            "paper-figure-6-left",
            "Paper, Fig. 6 left: one basin",
            "There is one basin, so a temperature can only worsen the expected losses.",
            gaussians(List.of(0.0), List.of(0.1), List.of(0.1)),
            0.03,
            new EnsembleSpec(2_560, 500, 0.005)),
        paper(
            "paper-figure-6-right",
            "Paper, Fig. 6 right: three basins",
            "Two basins are equally deep: the wider one holds three times the probability, at every temperature.",
            gaussians(List.of(-1.0, 0.0, 1.0), List.of(0.1, 0.051, 0.3), List.of(0.1, 0.05, 0.3)),
            0.1,
            new EnsembleSpec(2_560, 100, 0.001)),
        quartic(),
        varyingNoise());
  }

  private static Preset paper(
      String id,
      String title,
      String description,
      ObjectiveSpec.Gaussians gaussians,
      double shift,
      EnsembleSpec simulation) {
    return new Preset(
        id,
        title,
        description,
        new Landscape(
            title,
            new ObjectiveSpec(gaussians, ""),
            shift,
            "0.001",
            PAPER_DOMAIN,
            new Temperatures.Listed(List.of(5.0, 13.3, 40.0, 100.0)),
            SEED,
            simulation));
  }

  private static Preset quartic() {
    String title = "A basin without curvature beside one with";
    return new Preset(
        "landscape-quartic",
        title,
        "At 0 the second derivative vanishes, so Eq. 6 does not hold; with the factor of Appendix E the weights meet the exact"
            + " integrals as T → 0.",
        new Landscape(
            title,
            new ObjectiveSpec(ObjectiveSpec.Gaussians.none(), "4*x^4*(x - 1)^2"),
            0.05,
            "1",
            new DomainSpec(-0.6, 1.4),
            new Temperatures.Listed(List.of(0.003, 0.01, 0.03, 0.1)),
            SEED,
            new EnsembleSpec(2_560, 200, 0.002)));
  }

  private static Preset varyingNoise() {
    String title = "Noise that depends on the position";
    return new Preset(
        "landscape-varying-noise",
        title,
        "Two equal wells, and gradients that are noisier on the right: the effective potential is no longer the loss, the quiet"
            + " well wins, and minima move with T.",
        new Landscape(
            title,
            new ObjectiveSpec(ObjectiveSpec.Gaussians.none(), "(x^2 - 1)^2"),
            0.1,
            "1 + 0.6*tanh(2*x)",
            new DomainSpec(-2, 2),
            new Temperatures.Listed(List.of(0.3, 0.6, 1.0, 2.0)),
            SEED,
            new EnsembleSpec(2_560, 100, 0.001)));
  }

  private static ObjectiveSpec.Gaussians gaussians(
      List<Double> minima, List<Double> weights, List<Double> sigmas) {
    return new ObjectiveSpec.Gaussians(minima, weights, sigmas);
  }
}
