package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.spec.Named;

/**
 * Every term of Eq. 4 for one basin, from n iterates θ_i of SGD in a window: with θ̄ their mean, g
 * = ∇L_te(θ_te), H = ∇²L_te(θ_te), s = θ_tr − θ_te, b = θ̄ − θ_tr and δ_i = θ_i − θ̄. All numbers
 * are in nats, all losses carry the L2 term.
 *
 * @param sentence what was found
 * @param window where the iterates are from
 * @param testLoss L_te(θ_te)
 * @param shiftSlope gᵀs
 * @param biasSlope gᵀb
 * @param shiftCurvature ½ sᵀHs
 * @param crossTerm sᵀHb
 * @param biasCurvature ½ bᵀHb
 * @param covarianceCurvature ½ tr(HΣ) = 1 / (2 (n − 1)) Σ δ_iᵀHδ_i
 * @param sum of all these
 * @param measuredMean (1/n) Σ L_te(θ_i)
 * @param residual measured − sum over the same iterates, in which the covariance's part is taken
 *     with 1 / (2 n): exactly 0 for a quadratic loss
 * @param lossAtMean L_te(θ̄)
 * @param quadraticAtMean L_te(θ_te) + gᵀ(s + b) + ½ (s + b)ᵀH(s + b): what it misses of {@code
 *     lossAtMean} is of third order
 * @param verdict what the residual says
 * @param effectiveSamples independent iterates that tell the measured mean as well: variance of the
 *     losses over the squared error of their mean; known to about a factor of 2
 * @param testLosses L_te(θ_i), in their order, shape [n]
 * @param arrival whether the window is stationary
 * @param projected Eq. 12's shift beside the plain one, where it was asked for
 */
public record Decomposition(
    String sentence,
    Window window,
    Part testLoss,
    Part shiftSlope,
    Part biasSlope,
    Part shiftCurvature,
    Part crossTerm,
    Part biasCurvature,
    Part covarianceCurvature,
    Part sum,
    Part measuredMean,
    Part residual,
    double lossAtMean,
    double quadraticAtMean,
    Verdict verdict,
    double effectiveSamples,
    Series testLosses,
    Arrival arrival,
    Optional<ProjectedShift> projected) {

  public Decomposition {
    // Results of versions that did not measure it do not have the field.
    projected = projected == null ? Optional.empty() : projected;
  }

  /** The same with Eq. 12's shift. */
  public Decomposition with(ProjectedShift measured) {
    return new Decomposition(
        sentence,
        window,
        testLoss,
        shiftSlope,
        biasSlope,
        shiftCurvature,
        crossTerm,
        biasCurvature,
        covarianceCurvature,
        sum,
        measuredMean,
        residual,
        lossAtMean,
        quadraticAtMean,
        verdict,
        effectiveSamples,
        testLosses,
        arrival,
        Optional.of(measured));
  }

  /** (1/n) Σ L_te(θ_i) − L_te(θ_te): what the other parts stand for. */
  public double excess() {
    return measuredMean.value() - testLoss.value();
  }

  /** What the quadratic model misses at θ̄: of third order. */
  public double thirdOrder() {
    return lossAtMean - quadraticAtMean;
  }

  /** The residual in parts of the excess. */
  public double residualShare() {
    return residual.value() / excess();
  }

  /**
   * A number over the window.
   *
   * @param value its value
   * @param error its standard error, by leaving out one of 8 blocks of the window at a time: 7
   *     degrees of freedom; 0 for what the iterates have no part in, whose errors are those over
   *     seeds
   */
  public record Part(double value, double error) {}

  /**
   * The window of SGD.
   *
   * @param iterates n
   * @param steps steps of SGD
   * @param flowTime η times those, as reached
   * @param learningRate η
   * @param shiftNorm ‖s‖
   * @param biasNorm ‖b‖
   * @param spread √(tr Σ), of the iterates
   */
  public record Window(
      int iterates,
      long steps,
      double flowTime,
      double learningRate,
      double shiftNorm,
      double biasNorm,
      double spread) {}

  /**
   * Eq. 12's shift P s, with P the projector onto the span of the test samples' gradients at θ_te,
   * each without the L2 term; slope and curvature are of the loss that all terms are of.
   *
   * @param samples of the test set
   * @param parameters d
   * @param directions that their gradients span: where it is d, P s is s
   * @param norm ‖P s‖
   * @param slope gᵀP s
   * @param shiftCurvature ½ (P s)ᵀH(P s)
   */
  public record ProjectedShift(
      int samples,
      int parameters,
      int directions,
      double norm,
      double slope,
      double shiftCurvature) {}

  /** What a residual says. */
  public enum Verdict implements Named {
    /** It does not differ from 0 at 5 %. */
    WITHIN_ERROR("within its error"),
    /** It does, by no more than the quadratic model misses at the mean of the iterates. */
    HIGHER_ORDER("of higher order"),
    /** By more than that. */
    UNEXPLAINED("unexplained");

    private final String title;

    Verdict(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** The parts that make the excess up, in the order of Eq. 4. */
  public enum Term implements Named {
    /** gᵀ(s + b). */
    SLOPE("Slope gᵀ(s + b)", d -> add(d.shiftSlope(), d.biasSlope())),
    /** ½ sᵀHs. */
    SHIFT_CURVATURE("Shift-curvature ½ sᵀHs", Decomposition::shiftCurvature),
    /** sᵀHb. */
    CROSS_TERM("Cross term sᵀHb", Decomposition::crossTerm),
    /** ½ bᵀHb. */
    BIAS_CURVATURE("Bias-curvature ½ bᵀHb", Decomposition::biasCurvature),
    /** ½ tr(HΣ). */
    COVARIANCE_CURVATURE("Covariance-curvature ½ tr(HΣ)", Decomposition::covarianceCurvature);

    private final String title;
    private final Function<Decomposition, Part> part;

    Term(String title, Function<Decomposition, Part> part) {
      this.title = title;
      this.part = part;
    }

    /** gᵀs has no error of its own. */
    private static Part add(Part shift, Part bias) {
      return new Part(shift.value() + bias.value(), bias.error());
    }

    @Override
    public String title() {
      return title;
    }

    /** Its value and error. */
    public Part in(Decomposition decomposition) {
      return part.apply(decomposition);
    }

    /** The curvatures, of which the paper says that the shift's is the largest at small T. */
    public static List<Term> curvatures() {
      return List.of(SHIFT_CURVATURE, BIAS_CURVATURE, COVARIANCE_CURVATURE);
    }
  }

  /**
   * Whether SGD is stationary over the window.
   *
   * @param stationary whether nothing of the four comparisons tells a drift, at 5 % for all
   *     together
   * @param sentence what was found
   * @param testLoss L_te, second half of the window less the first
   * @param trainLoss L_tr, the same, at 8 iterates
   * @param slope gᵀθ, its drift over the whole window by a straight line through the blocks' means
   * @param meanDistance ‖θ̄ of the second half − θ̄ of the first‖
   * @param meanExpected what it is expected to be, were the window stationary: from the spread of
   *     the blocks' means within each half
   * @param meanStays whether the distance agrees with that
   * @param first E[(θ − θ̄)·∇L_tr] over (T/2) E tr C (Yaida 2018): 1 in the steady state of Eq. 10
   * @param second E‖∇L_tr‖² over (T/2) E tr(HC): 1 as well
   */
  public record Arrival(
      boolean stationary,
      String sentence,
      Change testLoss,
      Change trainLoss,
      Change slope,
      double meanDistance,
      double meanExpected,
      boolean meanStays,
      Part first,
      Part second) {}

  /**
   * A change over the window.
   *
   * @param value in nats
   * @param error its standard error, of 6 degrees of freedom
   * @param stays whether it does not differ from 0 at a quarter of 5 %
   */
  public record Change(double value, double error, boolean stays) {}
}
