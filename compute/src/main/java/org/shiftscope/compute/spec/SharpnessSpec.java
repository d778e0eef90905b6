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
    @Default("0.1") double averageRho,
    @Default("0.5") double worstRho,
    @Default("200") int directions,
    @Default("20") int ascent) {

  public SharpnessSpec {
    new Problems()
        .number("averageRho", averageRho, 1e-6, 10)
        .number("worstRho", worstRho, 1e-6, 10)
        .wholeNumber("directions", directions, 2, 10_000)
        .wholeNumber("ascent", ascent, 1, 1_000)
        .refuseIfAny();
  }
}
