package org.shiftscope.compute.spec;

/**
 * The comparison of SGD (Eq. 9) with the Langevin equation (Eq. 11) as the learning rate is halved,
 * on a regression with one parameter whose samples are planted: both expectations are then exact.
 *
 * @param model what is regressed
 * @param samples planted samples N, 2 to 200
 * @param batchSize B, drawn with replacement: 1 to 8, and so small that at most 10,000 different
 *     minibatches can be drawn
 * @param learningRate the largest η, 1e-4 to 0.4: below that, no step leaves the range of the
 *     samples' own minima
 * @param steps steps at the largest η, 1 to 100; each halving doubles them, so that the time stays
 * @param halvings 4 to 8
 */
public record WeakErrorSpec(
    ScalarModel model,
    @Within(least = 2, most = 200) int samples,
    @Within(least = 1, most = 8) int batchSize,
    @Within(least = 1e-4, most = 0.4) double learningRate,
    @Within(least = 1, most = 100) int steps,
    @Within(least = LEAST_HALVINGS, most = 8) int halvings) {

  /** λ of the planted regression: each sample's loss must have a minimum. */
  public static final double LAMBDA = 0.1;

  private static final int MOST_BATCHES = 10_000;
  private static final int LEAST_HALVINGS = 4;

  /** Products of matrices for each rate. */
  private static final double PRODUCTS = 60;

  public WeakErrorSpec {
    var problems = new Problems();
    problems
        .within(WeakErrorSpec.class, "samples", samples)
        .within(WeakErrorSpec.class, "batchSize", batchSize)
        .within(WeakErrorSpec.class, "learningRate", learningRate)
        .within(WeakErrorSpec.class, "steps", steps)
        .within(WeakErrorSpec.class, "halvings", halvings);
    problems.refuseIfAny();
    problems
        .require(
            batches(samples, batchSize) <= MOST_BATCHES,
            "batchSize",
            "must leave at most "
                + MOST_BATCHES
                + " different minibatches of the "
                + samples
                + " samples, for all of them are gone through",
            batchSize)
        .refuseIfAny();
  }

  /**
   * Multiplications, about: each rate goes through all minibatches, and for each at every node of
   * {@code ExactEvolution} through the samples and the nodes; and it takes products of matrices for
   * powers and exponentials.
   */
  public double operations() {
    double nodes = model == ScalarModel.LINEAR_REGRESSION ? 5 : 61;
    return (halvings + 1)
        * (batches(samples, batchSize) * nodes * (samples + nodes)
            + PRODUCTS * nodes * nodes * nodes);
  }

  /** The same with so few minibatches and halvings that it can be timed. */
  public WeakErrorSpec shorter() {
    return new WeakErrorSpec(model, Math.min(samples, 50), 1, learningRate, steps, LEAST_HALVINGS);
  }

  /** Minibatches that can be drawn with replacement: (N + B − 1 choose B). */
  private static double batches(int samples, int batchSize) {
    double count = 1;
    for (int i = 1; i <= batchSize; i++) {
      count = count * (samples + batchSize - i) / i;
    }
    return count;
  }

  /** The regressions with one parameter. */
  public enum ScalarModel implements Named {
    /** ℓ = ½ (xθ − y)². */
    LINEAR_REGRESSION("Linear regression"),
    /** ℓ = ln(1 + exp(xθ)) − y xθ. */
    LOGISTIC_REGRESSION("Logistic regression");

    private final String title;

    ScalarModel(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
