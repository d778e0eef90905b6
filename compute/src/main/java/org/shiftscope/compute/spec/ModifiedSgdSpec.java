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
    int samples,
    int dimension,
    double lambda,
    double epsilon,
    int batchSize,
    int walkers,
    int relaxationTimes) {

  public ModifiedSgdSpec {
    new Problems()
        .wholeNumber("samples", samples, 1, 19)
        .wholeNumber("dimension", dimension, 2, 20)
        .require(
            dimension > samples,
            "dimension",
            "must be above the " + samples + " samples: this is the overparametrized case",
            dimension)
        .number("lambda", lambda, 1e-3, 10)
        .number("epsilon", epsilon, 0, 100)
        .wholeNumber("batchSize", batchSize, 1, 1_000)
        .wholeNumber("walkers", walkers, 2, 10_000)
        .wholeNumber("relaxationTimes", relaxationTimes, 1, 10_000)
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
