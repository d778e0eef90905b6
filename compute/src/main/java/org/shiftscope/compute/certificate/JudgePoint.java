package org.shiftscope.compute.certificate;

import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Along;
import org.shiftscope.compute.result.MinimumCertificate.Enclosure;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.MinimumCertificate.Grade;

/**
 * Judges whether a point is a minimum of its loss, and says why: the only place where grades are
 * given.
 *
 * <p>In one dimension, where interval arithmetic shows the slope's sign on both sides of a point: a
 * <em>minimum</em> where it goes from below 0 to above within {@value #ENCLOSED} of the basin's
 * width, <em>nearly</em> one where it does so farther away, or where a sign could not be shown; the
 * end of a domain at which the loss still slopes is <em>not a minimum</em>. Of other points:
 *
 * <ol>
 *   <li>A direction in which the loss curves down, or a slope that is a tenth of the second order
 *       along the shift: <em>not a minimum</em>.
 *   <li>The gradient within its tolerance, and the lowest eigenvalue above −{@value #FLAT} of the
 *       largest with the stated probability: a <em>minimum</em>.
 *   <li>The gradient within its tolerance without that, or else the vertex of the line's parabola
 *       within {@value #NEAR} ‖s‖: <em>nearly</em>.
 *   <li>All others are <em>not a minimum</em>.
 * </ol>
 */
public final class JudgePoint {

  /** Curvature downwards, in parts of the largest, that is too small to be told from flat. */
  static final double FLAT = 1e-3;

  /** Part of the largest eigenvalue, or of what it is compared with, that is rounding. */
  static final double ROUNDING = 1e-6;

  /** The slope's part of the second order from which a point is no minimum. */
  static final double SLOPE = 0.1;

  /** Distance to the vertex, in units of ‖s‖, up to which a point is nearly one. */
  static final double NEAR = 0.1;

  /** Distance to a proven minimum, in widths of its basin, up to which a point is that minimum. */
  static final double ENCLOSED = 1e-3;

  private final Evidence evidence;

  private JudgePoint(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Judges. */
  public static MinimumCertificate of(Evidence evidence) {
    Verdict verdict = new JudgePoint(evidence).verdict();
    return new MinimumCertificate(verdict.grade(), verdict.reason(), evidence);
  }

  /**
   * Whether a direction is known along which the loss curves down at a point. One at which interval
   * arithmetic shows the slope's signs is judged by these alone.
   */
  static boolean curvesDown(Evidence evidence) {
    return evidence.enclosure().isEmpty() && new JudgePoint(evidence).downwards().isPresent();
  }

  private record Verdict(Grade grade, String reason) {}

  private Verdict verdict() {
    return evidence
        .enclosure()
        .map(this::inOneDimension)
        .or(this::downwards)
        .or(this::slope)
        .or(this::withinTolerance)
        .or(this::vertex)
        .orElseGet(this::alone);
  }

  private Verdict inOneDimension(Enclosure around) {
    if (around.signAtFrom() < 0 && around.signAtTo() > 0) {
      return enclosed(around);
    }
    if (around.signAtFrom() * around.signAtTo() > 0) {
      return new Verdict(
          Grade.NOT_A_MINIMUM,
          say(
              "The lowest point of its basin is an end of the domain, and the loss still slopes there: |L′| is %s.",
              evidence.gradientNorm()));
    }
    return new Verdict(
        Grade.NEARLY,
        say(
            "|L′| is %s, and no sign of the slope could be shown on one side of the point: it is too small beside its"
                + " rounding there.",
            evidence.gradientNorm()));
  }

  private Verdict enclosed(Enclosure around) {
    String distance = SayNumber.significant(around.distance(), 2) + " of the basin's width";
    if (around.distance() > ENCLOSED) {
      return new Verdict(
          Grade.NEARLY,
          "Interval arithmetic shows that a minimum lies within "
              + distance
              + ", and rounding hides where.");
    }
    String once =
        around.single()
            ? ", and that no other minimum lies so near"
            : "; whether once or more often there is not shown";
    return new Verdict(
        Grade.MINIMUM,
        "Interval arithmetic shows that the slope goes from below 0 to above within "
            + distance
            + once
            + evidence
                .lowest()
                .filter(bend -> bend.atLeast() > 0)
                .map(bend -> say("; L″, %s at the point, is above 0 there", bend.atMost()))
                .orElse("")
            + ".");
  }

  private Optional<Verdict> downwards() {
    Optional<LowestEigenvalues> lowest = evidence.lowest();
    if (lowest.filter(it -> it.atMost() < -ROUNDING * it.largest()).isPresent()) {
      return not(
          "The loss curves down along a direction: the Hessian's lowest eigenvalue is at most %s.",
          lowest.get().atMost());
    }
    return evidence
        .along()
        .filter(along -> along.curvature() < -ROUNDING * size(along))
        .flatMap(along -> not("The loss curves down along s: sᵀHs is %s.", along.curvature()));
  }

  private double size(Along along) {
    return Math.abs(along.curvatureAtOtherEnd()) + Math.abs(evidence.loss());
  }

  private Optional<Verdict> slope() {
    return evidence
        .along()
        .filter(along -> !(along.slopePart() < SLOPE))
        .map(
            along ->
                new Verdict(
                    Grade.NOT_A_MINIMUM,
                    "The loss still slopes there: along s, the slope is "
                        + SayNumber.percent(along.slopePart())
                        + " of slope and curvature together, where "
                        + SayNumber.percent(SLOPE)
                        + " is too much."));
  }

  private Optional<Verdict> withinTolerance() {
    if (!evidence.withinTolerance()) {
      return Optional.empty();
    }
    String gradient =
        say(
            "‖∇L‖ = %s is within the tolerance of %s",
            evidence.gradientNorm(), evidence.tolerance());
    return Optional.of(
        evidence
            .lowest()
            .map(lowest -> eigenvalues(gradient, lowest))
            .orElseGet(
                () ->
                    new Verdict(
                        Grade.NEARLY,
                        gradient + ", but the Hessian's eigenvalues were not looked at.")));
  }

  private static Verdict eigenvalues(String gradient, LowestEigenvalues lowest) {
    double bound = FLAT * lowest.largest();
    String known =
        lowest.atLeast() == lowest.atMost()
            ? say(" is %s", lowest.atMost())
            : say(" is between %s and %s", lowest.atLeast(), lowest.atMost()) + probability(lowest);
    if (lowest.atLeast() > 0) {
      return new Verdict(
          Grade.MINIMUM, gradient + ", and the Hessian's lowest eigenvalue" + known + ".");
    }
    return lowest.atLeast() > -bound
        ? new Verdict(
            Grade.MINIMUM,
            gradient
                + ", and no direction curves down by more than a thousandth of the largest eigenvalue: the lowest"
                + known
                + ".")
        : new Verdict(
            Grade.NEARLY,
            gradient
                + ", but whether a direction curves down is not resolved: the Hessian's lowest eigenvalue"
                + known
                + ".");
  }

  private static String probability(LowestEigenvalues lowest) {
    return lowest.failure() == 0
        ? ""
        : String.format(Locale.ROOT, " (with probability %.1f %%)", 100 * (1 - lowest.failure()));
  }

  private Optional<Verdict> vertex() {
    String gradient =
        Double.isNaN(evidence.tolerance())
            ? "No tolerance was asked of the gradient"
            : say(
                "‖∇L‖ = %s is above the tolerance of %s",
                evidence.gradientNorm(), evidence.tolerance());
    return evidence
        .along()
        .map(
            along ->
                Double.isNaN(along.vertex())
                    ? new Verdict(
                        Grade.NOT_A_MINIMUM,
                        gradient + ", and the parabola of the line has no lowest point.")
                    : new Verdict(
                        along.vertex() <= NEAR ? Grade.NEARLY : Grade.NOT_A_MINIMUM,
                        gradient
                            + "; along s, the lowest point of the parabola is "
                            + SayNumber.significant(along.vertex(), 2)
                            + " ‖s‖ away"
                            + (along.vertex() <= NEAR ? "" : ", where 0.1 ‖s‖ is too far")
                            + "."));
  }

  private Verdict alone() {
    return new Verdict(
        Grade.NOT_A_MINIMUM,
        say(
            "‖∇L‖ = %s is not within a tolerance, and no line shows how far a minimum is.",
            evidence.gradientNorm()));
  }

  private static Optional<Verdict> not(String sentence, double number) {
    return Optional.of(new Verdict(Grade.NOT_A_MINIMUM, say(sentence, number)));
  }

  private static String say(String sentence, double... numbers) {
    Object[] said = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      said[i] = SayNumber.significant(numbers[i]);
    }
    return String.format(Locale.ROOT, sentence, said);
  }
}
