package org.shiftscope.compute.spec;

/**
 * How far and how often the adaptive sharpnesses look (Kwon et al. 2021, Andriushchenko et al.
 * 2023): a step δ is measured element by element in units of |θ_i|.
 *
 * @param averageRho ρ of the average case: δ_i has the standard deviation ρ |θ_i|; 1e-6 to 10
 * @param worstRho ρ of the worst case: ‖δ / |θ|‖₂ ≤ ρ; 1e-6 to 10
 * @param directions pairs ±δ of the average case, 2 to 10,000
 * @param ascent steps of the ascent of the worst case, 1 to 1,000
 */
public record SharpnessSpec(
    @Default("0.1") @Within(least = 1e-6, most = 10) double averageRho,
    @Default("0.5") @Within(least = 1e-6, most = 10) double worstRho,
    @Default("200") @Within(least = 2, most = 10_000) int directions,
    @Default("20") @Within(least = 1, most = 1_000) int ascent) {

  public SharpnessSpec {
    new Problems()
        .within(SharpnessSpec.class, "averageRho", averageRho)
        .within(SharpnessSpec.class, "worstRho", worstRho)
        .within(SharpnessSpec.class, "directions", directions)
        .within(SharpnessSpec.class, "ascent", ascent)
        .refuseIfAny();
  }
}
