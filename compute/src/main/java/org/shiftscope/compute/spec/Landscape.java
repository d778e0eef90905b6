package org.shiftscope.compute.spec;

import java.util.Optional;
import org.shiftscope.compute.curve.LossLandscape;

/**
 * A synthetic landscape in one dimension (experiment E4, Figs 4 and 6): what theory says of SGD on
 * it, and for each temperature and seed an ensemble of walkers and the Fokker-Planck equation.
 *
 * @param title a person's name for it
 * @param objective the train loss
 * @param shift the test loss is L_te(x) = L_tr(x − shift); at most the domain's length in size
 * @param noise c(x), the variance of the per-sample gradient: a formula in x, above 0; a number is
 *     a constant
 * @param domain where walkers walk and densities are computed
 * @param temperatures the temperatures T
 * @param seeds one trial for each temperature and seed, 1,000 trials at most
 * @param simulation the walkers
 */
@Id(Landscape.KIND)
@Offers(LandscapePresets.class)
public record Landscape(
    @Default("Landscape") String title,
    ObjectiveSpec objective,
    @Default("0") double shift,
    String noise,
    DomainSpec domain,
    Temperatures temperatures,
    Seeds seeds,
    @Default("{\"walkers\": 2560, \"time\": 500, \"timeStep\": 0.02}") EnsembleSpec simulation)
    implements ExperimentSpec {

  /** The kind's name in JSON. */
  public static final String KIND = "landscape";

  private static final int MOST_TRIALS = 1_000;

  public Landscape {
    title = title.strip();
    noise = noise.strip();
    var problems = new Problems().title(title);
    problems.number("shift", shift, -domain.length(), domain.length());
    Axes.of(temperatures, seeds).check(problems, MOST_TRIALS, "temperatures", "seeds");
    if (noise(problems, noise) && Math.abs(shift) <= domain.length()) {
      LandscapeLaws.check(
          problems, objective, landscape(objective, shift, noise, domain), simulation);
    }
    problems.refuseIfAny();
  }

  @Law
  static boolean noise(Problems problems, String noise) {
    return ObjectiveSpec.checkFormula(problems, "noise", noise);
  }

  /** The landscape itself. */
  public LossLandscape landscape() {
    return landscape(objective, shift, noise, domain);
  }

  private static LossLandscape landscape(
      ObjectiveSpec objective, double shift, String noise, DomainSpec domain) {
    return new LossLandscape(
        objective.curve(), shift, ObjectiveSpec.curve(noise), domain.from(), domain.to());
  }

  @Override
  public Axes axes() {
    return Axes.of(temperatures, seeds);
  }

  @Override
  public Optional<DatasetSpec> dataset(int trial) {
    return Optional.empty();
  }
}
