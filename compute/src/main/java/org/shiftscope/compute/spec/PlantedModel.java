package org.shiftscope.compute.spec;

/**
 * A small model with the data that it is trained on, drawn from a truth that is known. The data
 * depend on these fields alone, so that all trials share them.
 */
@ToldBy("name")
public sealed interface PlantedModel {

  /** The name in JSON. */
  default String name() {
    return Variants.idOf(getClass());
  }

  /** The fewest samples. */
  int FEWEST_SAMPLES = 10;

  /** The most samples. */
  int MOST_SAMPLES = 10_000;

  /** Number of samples N, 10 to 10,000. */
  int samples();

  /** Number of parameters d. */
  int dimension();

  /** The seed of the data, 0 or more. */
  long dataSeed();

  /** Whether it has a strict minimum only with λ > 0. */
  boolean needsLambda();

  /**
   * Linear regression, ℓ = ½ (xᵀθ − y)². Features are normal and independent with variances from 1
   * down to 1 / condition; y = xᵀθ* + labelNoise · √(1 + heteroscedasticity · (uᵀx)²) · ξ with u =
   * (1, …, 1) / √d.
   *
   * @param dimension d, 1 to 30
   * @param condition ratio of the largest to the smallest variance of a feature, 1 to 1,000
   * @param labelNoise deviation of the labels, 0.001 to 100
   * @param heteroscedasticity how much more noise the labels have along u, 0 to 100. At 0, C is
   *     nearly a multiple of H; above, the two do not commute
   */
  @Id(Linear.NAME)
  record Linear(
      @Within(least = FEWEST_SAMPLES, most = MOST_SAMPLES) int samples,
      @Within(least = 1, most = 30) int dimension,
      @Default("1") @Within(least = 1, most = 1_000) double condition,
      @Default("1") @Within(least = 1e-3, most = 100) double labelNoise,
      @Default("0") @Within(least = 0, most = 100) double heteroscedasticity,
      @Default("0") @Within(least = 0, most = Long.MAX_VALUE) long dataSeed)
      implements PlantedModel {

    /** The name in JSON. */
    public static final String NAME = "linear";

    public Linear {
      checkData(samples, dataSeed)
          .within(Linear.class, "dimension", dimension)
          .within(Linear.class, "condition", condition)
          .within(Linear.class, "labelNoise", labelNoise)
          .within(Linear.class, "heteroscedasticity", heteroscedasticity)
          .require(
              samples >= 2 * dimension,
              "samples",
              "must be at least twice the dimension " + dimension,
              samples)
          .refuseIfAny();
    }

    @Override
    public boolean needsLambda() {
      return false;
    }
  }

  /**
   * Logistic regression, ℓ = ln(1 + exp(−y xᵀθ)), y = ±1 with the probabilities of a planted θ* of
   * norm 2. Features as in {@link Linear}.
   *
   * @param dimension d, 1 to 30
   * @param condition ratio of the largest to the smallest variance of a feature, 1 to 1,000
   */
  @Id(Logistic.NAME)
  record Logistic(
      @Within(least = FEWEST_SAMPLES, most = MOST_SAMPLES) int samples,
      @Within(least = 1, most = 30) int dimension,
      @Default("1") @Within(least = 1, most = 1_000) double condition,
      @Default("0") @Within(least = 0, most = Long.MAX_VALUE) long dataSeed)
      implements PlantedModel {

    /** The name in JSON. */
    public static final String NAME = "logistic";

    public Logistic {
      checkData(samples, dataSeed)
          .within(Logistic.class, "dimension", dimension)
          .within(Logistic.class, "condition", condition)
          .refuseIfAny();
    }

    @Override
    public boolean needsLambda() {
      return true;
    }
  }

  /**
   * Regression with two minima in one parameter: ℓ = ½ (θ² x₁ + 2 θ x₂ − y)², y = 3 x₁ + (tilt / 2)
   * x₂ + labelNoise · ξ. x₁, x₂ and ξ are drawn normal and then made to have mean square 1 and no
   * correlation over the samples, so that L = ½ (θ² − 1)² − tilt · θ and a constant, exactly.
   *
   * @param tilt how much the right minimum lies lower, 0 to 0.5: by twice as much, nearly
   * @param labelNoise deviation of the labels, 0.001 to 100
   */
  @Id(TwoWells.NAME)
  record TwoWells(
      @Within(least = FEWEST_SAMPLES, most = MOST_SAMPLES) int samples,
      @Default("0") @Within(least = 0, most = 0.5) double tilt,
      @Default("1") @Within(least = 1e-3, most = 100) double labelNoise,
      @Default("0") @Within(least = 0, most = Long.MAX_VALUE) long dataSeed)
      implements PlantedModel {

    /** The name in JSON. */
    public static final String NAME = "two-wells";

    public TwoWells {
      checkData(samples, dataSeed)
          .within(TwoWells.class, "tilt", tilt)
          .within(TwoWells.class, "labelNoise", labelNoise)
          .refuseIfAny();
    }

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public boolean needsLambda() {
      return false;
    }
  }

  /**
   * A network with one hidden layer of tanh units and a linear output, ℓ = ½ (f(x) − y)², y that of
   * a planted network of the same shape plus labelNoise · ξ, x normal with variance 1.
   *
   * @param inputs numbers in x, 1 to 10
   * @param hidden hidden units, 1 to 10; d = hidden · (inputs + 2) + 1, at most 30
   * @param labelNoise deviation of the labels, 0.001 to 100
   */
  @Id(TanhMlp.NAME)
  record TanhMlp(
      @Within(least = FEWEST_SAMPLES, most = MOST_SAMPLES) int samples,
      @Within(least = 1, most = 10) int inputs,
      @Within(least = 1, most = 10) int hidden,
      @Default("1") @Within(least = 1e-3, most = 100) double labelNoise,
      @Default("0") @Within(least = 0, most = Long.MAX_VALUE) long dataSeed)
      implements PlantedModel {

    /** The name in JSON. */
    public static final String NAME = "tanh-mlp";

    public TanhMlp {
      checkData(samples, dataSeed)
          .within(TanhMlp.class, "inputs", inputs)
          .within(TanhMlp.class, "hidden", hidden)
          .within(TanhMlp.class, "labelNoise", labelNoise)
          .require(
              (long) hidden * (inputs + 2) < 30,
              "hidden",
              "must make at most 30 parameters with " + inputs + " inputs",
              hidden)
          .refuseIfAny();
    }

    @Override
    public int dimension() {
      return hidden * (inputs + 2) + 1;
    }

    @Override
    public boolean needsLambda() {
      return true;
    }
  }

  private static Problems checkData(int samples, long dataSeed) {
    return new Problems()
        .wholeNumber("samples", samples, FEWEST_SAMPLES, MOST_SAMPLES)
        .wholeNumber("dataSeed", dataSeed, 0, Long.MAX_VALUE);
  }
}
