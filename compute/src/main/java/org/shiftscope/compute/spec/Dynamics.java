package org.shiftscope.compute.spec;

/** What SGD does beside plain steps, to be compared with them at equal T. */
@ToldBy("name")
public sealed interface Dynamics {

  /** The name in JSON. */
  default String name() {
    return Variants.idOf(getClass());
  }

  /** μ of the heavy-ball momentum; 0 for none. */
  default double momentum() {
    return 0;
  }

  /**
   * Heavy ball: v ← μ v + g, θ ← θ − η v. A gradient moves θ by η / (1 − μ) in all, so the steady
   * state near a minimum is to first order in η that of plain SGD at the effective temperature η /
   * (B (1 − μ)) (Mandt et al. 2017, arXiv 1704.04289, Section 4.3). T is that one: η = T · B · (1 −
   * μ).
   *
   * @param momentum μ, 0 to below 1
   */
  @Id(Momentum.NAME)
  record Momentum(@Within(least = 0, most = 1, open = true) double momentum) implements Dynamics {

    /** The name in JSON. */
    public static final String NAME = "momentum";

    public Momentum {
      new Problems().within(Momentum.class, "momentum", momentum).refuseIfAny();
    }
  }

  /** Noise that is added to the gradient of each step. */
  sealed interface Noise extends Dynamics {}

  /**
   * Perturbed gradient descent with anticorrelated noise (Orvieto et al. 2022, arXiv 2202.02831): θ
   * ← θ − η g + σ (ξ_{k+1} − ξ_k), ξ_k ~ N(0, I). What one step adds the next takes back, so θ is
   * that of SGD on the loss smoothed over σ, and σ ξ beside it. T stays η / B and does not count
   * it.
   *
   * @param sigma σ, in the parameters' unit: 0 to 100
   */
  @Id(AntiPgd.NAME)
  record AntiPgd(@Within(least = 0, most = 100) double sigma) implements Noise {

    /** The name in JSON. */
    public static final String NAME = "anti-pgd";

    public AntiPgd {
      new Problems().within(AntiPgd.class, "sigma", sigma).refuseIfAny();
    }
  }

  /**
   * The modified SGD of Eq. 13: ε ξ_i, ξ_i ~ N(0, I), is added to the gradient of each sample of a
   * minibatch, so that C becomes C + ε² I. T stays η / B.
   *
   * @param epsilon ε, in the gradient's unit: 0 to 100
   */
  @Id(Isotropic.NAME)
  record Isotropic(@Within(least = 0, most = 100) double epsilon) implements Noise {

    /** The name in JSON. */
    public static final String NAME = "isotropic";

    public Isotropic {
      new Problems().within(Isotropic.class, "epsilon", epsilon).refuseIfAny();
    }

    /**
     * The deviation of the noise in a minibatch's mean gradient, ε / √B: the sum of B normal
     * numbers is one of √B times the size.
     */
    public static double ofMean(double epsilon, int batchSize) {
      return epsilon / Math.sqrt(batchSize);
    }
  }
}
