package org.shiftscope.compute.spec;

/**
 * The chain that the local learning coefficient is taken from (Lau et al. 2023).
 *
 * @param steps gradients of the whole train loss, 100 to 100,000; the first third of them only
 *     tunes the step
 * @param stepSize largest ε that the tuning starts from, 1e-12 to 1
 * @param localisation γ of the prior exp(−γ/2 ‖θ − θ*‖²) that keeps the chain near the point, 1e-6
 *     to 1e6
 */
public record LangevinSpec(
    @Default("1000") @Within(least = 100, most = 100_000) int steps,
    @Default("0.001") @Within(least = 1e-12, most = 1) double stepSize,
    @Default("100") @Within(least = 1e-6, most = 1e6) double localisation) {

  public LangevinSpec {
    new Problems()
        .within(LangevinSpec.class, "steps", steps)
        .within(LangevinSpec.class, "stepSize", stepSize)
        .within(LangevinSpec.class, "localisation", localisation)
        .refuseIfAny();
  }
}
