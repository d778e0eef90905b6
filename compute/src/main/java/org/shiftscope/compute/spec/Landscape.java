package org.shiftscope.compute.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.shiftscope.compute.landscape.LossLandscape;

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
public record Landscape(
    String title,
    ObjectiveSpec objective,
    double shift,
    String noise,
    DomainSpec domain,
    Temperatures temperatures,
    Seeds seeds,
    EnsembleSpec simulation)
    implements ExperimentSpec {

  /** The kind's name in JSON. */
  public static final String KIND = "landscape";

  private static final int MOST_TRIALS = 1_000;

  public Landscape {
    title = title.strip();
    noise = noise.strip();
    var problems = new Problems();
    TemperatureSweep.checkTitle(problems, title);
    problems.number("shift", shift, -domain.length(), domain.length());
    long trials = (long) temperatures.values().size() * seeds.values().size();
    problems.require(
        trials <= MOST_TRIALS,
        "temperatures",
        "times seeds must make at most " + MOST_TRIALS + " trials",
        trials);
    boolean known = ObjectiveSpec.checkFormula(problems, "noise", noise);
    if (known && Math.abs(shift) <= domain.length()) {
      LandscapeLaws.check(
          problems, objective, landscape(objective, shift, noise, domain), simulation);
    }
    problems.refuseIfAny();
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

  /** The temperature of a trial; trials go through the temperatures first. */
  public double temperatureOf(int trial) {
    return temperatures.values().get(trial % temperatures.values().size());
  }

  /** The seed of a trial. */
  public long seedOf(int trial) {
    return seeds.values().get(trial / temperatures.values().size());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int trialCount() {
    return temperatures.values().size() * seeds.values().size();
  }

  /** Steps of all walkers, each of which evaluates one gradient. */
  @Override
  public double cost(int trial) {
    return (double) simulation.steps() * simulation.walkers();
  }

  @Override
  public List<DatasetSpec> datasets() {
    return List.of();
  }

  @Override
  public SequencedMap<String, Number> coordinates(int trial) {
    SequencedMap<String, Number> coordinates = new LinkedHashMap<>();
    coordinates.put("temperature", temperatureOf(trial));
    coordinates.put("seed", seedOf(trial));
    return coordinates;
  }

  @Override
  public String trialLabel(int trial) {
    return String.format(Locale.ROOT, "T = %.4g, seed %d", temperatureOf(trial), seedOf(trial));
  }
}
