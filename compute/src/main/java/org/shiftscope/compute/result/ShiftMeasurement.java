package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Id;

/**
 * What a trial of a temperature sweep measured (sections 3 and 4 of the paper).
 *
 * <p>Those of version 1 are read as {@link ReadFirstShift} tells.
 *
 * @param outcome {@link Outcome#MEASURED} or {@link Outcome#UNCONVERGED}
 * @param sentence what to know about this trial
 * @param sgd the end of SGD
 * @param trainPoint θ_tr, the refined point of the train loss
 * @param testPoint θ_te, the refined point of the test loss
 * @param shiftNorm ‖s‖, s = θ_tr − θ_te
 * @param line losses and accuracies along the line through both points
 * @param trainFit curvature of the train loss at θ_tr, away from θ_te
 * @param testFit curvature of the test loss at θ_te, toward θ_tr
 * @param eq3 the check of Eq. 3
 * @param spectra eigenvalues and traces at both points, where they were asked for
 * @param measures other measures at the train point, where they were asked for
 * @param decomposition every term of Eq. 4, where a window was asked for
 * @param earlier the same shift at earlier flow times of the same flows, ascending, where they were
 *     asked for; spectra, measures, decomposition and certificates are of the last time alone
 * @param execution where it was computed
 */
@Id(value = "shift-measurement", version = 2)
public record ShiftMeasurement(
    Outcome outcome,
    String sentence,
    SgdEnd sgd,
    RefinedPoint trainPoint,
    RefinedPoint testPoint,
    double shiftNorm,
    Line line,
    CurvatureFit trainFit,
    CurvatureFit testFit,
    Eq3Check eq3,
    Optional<Spectra> spectra,
    Optional<Measures> measures,
    Optional<Decomposition> decomposition,
    List<ShiftAtTime> earlier,
    Execution execution)
    implements TrialResult {

  public ShiftMeasurement {
    // Results of versions that did not measure them do not have the field.
    spectra = spectra == null ? Optional.empty() : spectra;
    decomposition = decomposition == null ? Optional.empty() : decomposition;
    trainFit = ReadFirstShift.fit(trainFit, trainPoint);
    testFit = ReadFirstShift.fit(testFit, testPoint);
    eq3 = ReadFirstShift.eq3(eq3, testFit);
    measures = measures == null ? Optional.empty() : measures;
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
  }

  /** The shift at the last flow time: the fields of this record. */
  public ShiftAtTime last() {
    return new ShiftAtTime(trainPoint, testPoint, shiftNorm, line, trainFit, testFit, eq3);
  }

  /**
   * The shift at each flow time that was measured, ascending, the last included: at least one. All
   * trials of an experiment have as many.
   */
  public List<ShiftAtTime> atEachTime() {
    return Stream.concat(earlier.stream(), Stream.of(last())).toList();
  }

  /** The same with other measures. */
  public ShiftMeasurement with(Measures taken) {
    return new ShiftMeasurement(
        outcome,
        sentence,
        sgd,
        trainPoint,
        testPoint,
        shiftNorm,
        line,
        trainFit,
        testFit,
        eq3,
        spectra,
        Optional.of(taken),
        decomposition,
        earlier,
        execution);
  }

  @Override
  public List<CertifiedPoint> certified() {
    return CertifiedPoint.of(trainPoint, testPoint);
  }

  /**
   * The spectra of both losses.
   *
   * @param train of the train loss at θ_tr
   * @param test of the test loss at θ_te
   */
  public record Spectra(Spectrum train, Spectrum test) {}

  /**
   * The end of SGD.
   *
   * @param learningRate η: T · B, with momentum that T counts T · B · (1 − μ)
   * @param steps steps taken
   * @param epochs passes over the train samples, not whole where the flow time is not
   * @param flowTime η · steps, as reached; η / (1 − μ) · steps with momentum that T counts
   * @param capped whether the cap on epochs stopped it before the flow time asked for
   * @param trainLoss mean train loss, without the L2 term as in the paper
   * @param testLoss mean test loss, without the L2 term
   * @param trainAccuracy share of train samples classified right, 0 to 1
   * @param testAccuracy share of test samples classified right, 0 to 1
   * @param fall whether the train loss still fell; empty after too few steps to tell, and where it
   *     was not looked at
   */
  public record SgdEnd(
      double learningRate,
      long steps,
      double epochs,
      double flowTime,
      boolean capped,
      double trainLoss,
      double testLoss,
      double trainAccuracy,
      double testAccuracy,
      Optional<LossFall> fall) {

    public SgdEnd {
      fall = fall == null ? Optional.empty() : fall;
    }

    /** Whether the train loss still fell, by more than its errors. */
    public boolean stillFalls() {
      return fall.filter(LossFall::stillFalls).isPresent();
    }
  }

  /**
   * A refined point.
   *
   * @param name "minimum" for a point that passed its tolerance, "flow end" for the end of a
   *     gradient flow, and "best point" for the end of a search that stopped before
   * @param method how it was found: "fixed-rate", "runge-kutta-chebyshev", "extrapolated-euler",
   *     "euler" (the finest run where extrapolation did not help) or "l-bfgs"
   * @param loss the loss that it refines, with the L2 term
   * @param gradientNorm ‖∇L‖ of that loss there
   * @param gradients full-data gradients spent
   * @param flowTime τ of a flow; for a minimum, τ for which the flow was followed before the last,
   *     straight stretch, on which the loss only falls: 0 where that is the whole way
   * @param barrier largest rise of that loss above the lowest point before it, on the straight path
   *     from the end of SGD to the point, to 1e-3 of itself; 0 where it only falls on 21 points.
   *     NaN in results of versions that did not measure it
   * @param certificate whether it is a minimum; empty in results of versions that did not judge it
   */
  public record RefinedPoint(
      String name,
      String method,
      double loss,
      double gradientNorm,
      long gradients,
      double flowTime,
      double barrier,
      Optional<MinimumCertificate> certificate) {

    /** The name of the end of a gradient flow. */
    public static final String FLOW_END = "flow end";

    public RefinedPoint {
      certificate = certificate == null ? Optional.empty() : certificate;
    }

    /** The same point, judged. */
    public RefinedPoint certified(MinimumCertificate judged) {
      return new RefinedPoint(
          name, method, loss, gradientNorm, gradients, flowTime, barrier, Optional.of(judged));
    }
  }

  /**
   * Losses (with the L2 term, accumulated in float64) and accuracies (0 to 1) at θ(α) = θ_tr + α
   * (θ_te − θ_tr); all series have the length of {@code alpha}.
   */
  public record Line(
      Series alpha, Series trainLoss, Series testLoss, Series trainAccuracy, Series testAccuracy) {}

  /**
   * The curvature of one loss at its own point along s, in several ways. κ stands for sᵀHs: units
   * of loss, for a step of one whole shift.
   *
   * @param kappa κ of the symmetrized quadratic fit, vertex fixed at the point (Appendix F)
   * @param curvature κ / ‖s‖², curvature per length²
   * @param rSquared share of the variance explained by the fit, at most 1
   * @param residualRms root mean square of the residuals, in units of loss
   * @param points points used, the reflected ones counted
   * @param oneSidedKappa κ of the fit to the same points without reflection, vertex free
   * @param secondDifference κ of the three grid points around the point
   * @param exactKappa sᵀHs by a Hessian-vector product
   * @param slope gᵀs, g = ∇L of this loss at the point: not 0 where the point is no minimum, and
   *     then counted as curvature by the symmetrized fit. NaN where version 1 did not measure it
   * @param flowSlope the same with −dθ/dt of the flow at its end for g: the slope on average over
   *     the pieces of a loss with kinks between which the flow goes to and fro
   * @param ways κ in three ways with errors, and by the fit's window; empty in results of versions
   *     that did not compare them
   */
  public record CurvatureFit(
      double kappa,
      double curvature,
      double rSquared,
      double residualRms,
      int points,
      double oneSidedKappa,
      double secondDifference,
      double exactKappa,
      double slope,
      double flowSlope,
      Optional<CurvatureWays> ways) {

    public CurvatureFit {
      ways = ways == null ? Optional.empty() : ways;
    }

    /** ½ κ: for the test loss, the shift-curvature. */
    public double halfKappa() {
      return kappa / 2;
    }
  }

  /**
   * Eq. 3: the test loss at θ_tr against its prediction from θ_te.
   *
   * @param testLossAtTestPoint L_te(θ_te)
   * @param testLossAtTrainPoint L_te(θ_tr)
   * @param predictedByFit L_te(θ_te) + ½ κ_te
   * @param predictedExactly L_te(θ_te) + gᵀs + ½ sᵀHs; NaN where gᵀs is not known
   */
  public record Eq3Check(
      double testLossAtTestPoint,
      double testLossAtTrainPoint,
      double predictedByFit,
      double predictedExactly) {}
}
