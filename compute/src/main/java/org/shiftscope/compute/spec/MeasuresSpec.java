package org.shiftscope.compute.spec;

import java.util.List;

/**
 * Other measures than the shift-curvature, taken at the train point of each trial.
 *
 * @param which those that are taken, each once, at least one
 * @param probes products with the Hessian that tr H may cost (Hutch++), 6 to 300
 * @param sharpness how far and how often the sharpnesses look
 * @param langevin the chain of the local learning coefficient
 */
public record MeasuresSpec(
    @Default(by = "all") List<MeasureName> which,
    @Default("30") @Within(least = 6, most = 300) int probes,
    @Default("{}") SharpnessSpec sharpness,
    @Default("{}") LangevinSpec langevin) {

  public MeasuresSpec {
    which = List.copyOf(which);
    new Problems()
        .require(
            !which.isEmpty() && which.stream().distinct().count() == which.size(),
            "which",
            "must name one measure or more, each once",
            which.stream().map(MeasureName::id).toList())
        .within(MeasuresSpec.class, "probes", probes)
        .refuseIfAny();
  }

  /** All measures, at their defaults. */
  public static MeasuresSpec standard() {
    return new MeasuresSpec(
        all(), 30, new SharpnessSpec(0.1, 0.5, 200, 20), new LangevinSpec(1_000, 1e-3, 100));
  }

  static List<MeasureName> all() {
    return MeasureName.all();
  }

  /** Cap on Lanczos' products for the largest eigenvalue: it takes some ten. */
  public int mostHessianSteps() {
    return 60;
  }
}
