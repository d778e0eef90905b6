package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.FormulaMap;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.curve.Unproven;

/**
 * A landscape in one dimension, in x and in φ = r(x).
 *
 * @param objective the train loss
 * @param shift the test loss is L_te(x) = L_tr(x − shift); at most the domain's length in size
 * @param noise c(x), as that of a landscape
 * @param domain where densities are computed
 * @param temperature T
 * @param map r, a formula in x, strictly monotone in the domain and there moved by the shift
 */
@Id(LandscapeSubject.OF)
public record LandscapeSubject(
    ObjectiveSpec objective,
    @Default("0") double shift,
    String noise,
    DomainSpec domain,
    @Within(least = Temperatures.LOWEST, most = Temperatures.HIGHEST) double temperature,
    String map)
    implements InvarianceSubject {

  /** The name in JSON. */
  public static final String OF = "landscape";

  public LandscapeSubject {
    noise = noise.strip();
    map = map.strip();
    var problems = new Problems();
    problems.number("shift", shift, -domain.length(), domain.length());
    problems.within(LandscapeSubject.class, "temperature", temperature);
    boolean read = noise(problems, noise) & map(problems, map);
    if (read && Math.abs(shift) <= domain.length()) {
      LandscapeLaws.check(problems, objective, landscape(objective, shift, noise, domain));
      monotone(problems, map, shift, domain);
    }
    problems.refuseIfAny();
  }

  @Law
  static boolean noise(Problems problems, String noise) {
    return ObjectiveSpec.checkFormula(problems, "noise", noise);
  }

  @Law
  static boolean map(Problems problems, String map) {
    return ObjectiveSpec.checkFormula(problems, "map", map);
  }

  private static void monotone(Problems problems, String map, double shift, DomainSpec domain) {
    Curve r = ObjectiveSpec.curve(map);
    Optional<Unproven> fails =
        FormulaMap.fails(r, domain.from() + Math.min(0, shift), domain.to() + Math.max(0, shift));
    fails.ifPresent(
        where ->
            problems.require(
                false,
                "map",
                "must rise everywhere in the domain, and there moved by the shift, or fall"
                    + " everywhere: near x = "
                    + SayValue.rounded(where.middle(), 10)
                    + " its slope, "
                    + SayValue.rounded(r.slope(where.middle()), 4)
                    + ", is not seen to have the sign that it has elsewhere",
                ""));
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

  /** The map itself. */
  public FormulaMap coordinates() {
    return new FormulaMap(
        ObjectiveSpec.curve(map),
        domain.from() + Math.min(0, shift),
        domain.to() + Math.max(0, shift));
  }

  @Override
  public Temperatures temperatures() {
    return new Temperatures.Listed(List.of(temperature));
  }

  @Override
  public Seeds seeds() {
    return new Seeds(List.of(0L));
  }
}
