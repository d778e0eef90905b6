package org.shiftscope.compute.spec;

/**
 * The modified SGD of Eq. 13 on a planted linear regression with more parameters than samples,
 * where its steady state is known.
 *
 * @param samples planted samples N, 1 to 19
 * @param dimension parameters d, above the samples, at most 20
 * @param lambda λ, 1e-3 to 10
 * @param epsilon ε, the noise added to each sample's gradient: 0 to 100
 * @param batchSize B, drawn with replacement: 1 to 1,000
 * @param walkers independent runs, 2 to 10,000
 * @param relaxationTimes for how many of 1/(ηλ) steps each is looked at, 1 to 10,000
 */
public record ModifiedSgdSpec(
    @Within(least = 1, most = 19) int samples,
    @Within(least = 2, most = 20) int dimension,
    @Within(least = 1e-3, most = 10) double lambda,
    @Within(least = 0, most = 100) double epsilon,
    @Within(least = 1, most = 1_000) int batchSize,
    @Within(least = 2, most = 10_000) int walkers,
    @Within(least = 1, most = 10_000) int relaxationTimes) {

  public ModifiedSgdSpec {
    new Problems()
        .within(ModifiedSgdSpec.class, "samples", samples)
        .within(ModifiedSgdSpec.class, "dimension", dimension)
        .require(
            dimension > samples,
            "dimension",
            "must be above the " + samples + " samples: this is the overparametrized case",
            dimension)
        .within(ModifiedSgdSpec.class, "lambda", lambda)
        .within(ModifiedSgdSpec.class, "epsilon", epsilon)
        .within(ModifiedSgdSpec.class, "batchSize", batchSize)
        .within(ModifiedSgdSpec.class, "walkers", walkers)
        .within(ModifiedSgdSpec.class, "relaxationTimes", relaxationTimes)
        .refuseIfAny();
  }

  /** Operations of a step, about: a normal number counts as four. */
  public double operations() {
    return dimension * (2.0 * batchSize + 4);
  }

  /** Steps of all walkers at a temperature. */
  public double steps(double temperature) {
    return walkers * (10.0 + relaxationTimes) * Math.max(1, 1 / (temperature * batchSize * lambda));
  }
}
