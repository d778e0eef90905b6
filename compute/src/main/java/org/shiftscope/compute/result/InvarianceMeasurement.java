package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Id;

/**
 * What the terms of Eqs 3 and 4 are in other coordinates.
 *
 * @param sentence what was found
 * @param maps the coordinates, each with its terms
 * @param certificate what was checked, and whether it holds
 * @param execution where it was computed
 */
@Id("invariance-measurement")
public record InvarianceMeasurement(
    String sentence, List<InOtherCoordinates> maps, Certificate certificate, Execution execution)
    implements TrialResult {

  public InvarianceMeasurement {
    maps = List.copyOf(maps);
  }

  @Override
  public Outcome outcome() {
    return Outcome.MEASURED;
  }

  /**
   * One map φ = r(θ).
   *
   * @param map the map, for a person: {@code "Rescaling, α = 10"}
   * @param linear whether it is linear, so that every term must be the same but for round-off
   * @param sentence what became of the terms
   * @param terms those that must be the same
   * @param moved those that need not
   * @param order how the terms of a curved map approach those in θ as the shift shrinks; empty for
   *     a linear one
   */
  public record InOtherCoordinates(
      String map,
      boolean linear,
      String sentence,
      List<Term> terms,
      List<Moved> moved,
      List<Approach> order) {
    public InOtherCoordinates {
      terms = List.copyOf(terms);
      moved = List.copyOf(moved);
      order = List.copyOf(order);
    }

    /** Whether every term is what it should be. */
    public boolean holds() {
      return terms.stream().allMatch(Term::holds);
    }
  }

  /**
   * What must be the same in both coordinates.
   *
   * @param id its name in JSON
   * @param title its name for a person
   * @param inTheta its value in θ
   * @param inPhi its value in φ, computed anew
   * @param change |inPhi − inTheta| / |inTheta|; 0 where both are 0
   * @param expected what it should be, for a person: {@code "the same"}
   * @param tolerance what the law of the term compares: the largest relative change, or the least
   *     order
   * @param holds whether it is so
   * @param inSingle the relative change where both sides are computed in float32; empty where that
   *     was not done
   */
  public record Term(
      String id,
      String title,
      double inTheta,
      double inPhi,
      double change,
      String expected,
      double tolerance,
      boolean holds,
      Optional<Double> inSingle) {

    /** What a term that no coordinates change is expected to be. */
    public static final String SAME = "the same";

    public Term {
      // JSON has null for both, and a number that is none is read for it.
      inSingle = inSingle.filter(value -> !value.isNaN());
    }

    /** Whether it must be the same but for round-off; else to first order in the shift. */
    public boolean mustBeSame() {
      return expected.equals(SAME);
    }
  }

  /**
   * What need not be the same.
   *
   * @param id its name in JSON
   * @param title its name for a person
   * @param inTheta its value in θ
   * @param inPhi its value in φ
   * @param factor inPhi / inTheta
   */
  public record Moved(String id, String title, double inTheta, double inPhi, double factor) {}

  /**
   * A term of a curved map as all points move towards the test point.
   *
   * @param id the term's
   * @param title its name for a person
   * @param scale h: points are θ_te + h (θ − θ_te), falling from 1
   * @param change relative, in φ against θ, with its sign, by scale
   * @param order the exponent of h in its size, from the last two scales
   * @param correction what the slope adds to the Hessian in φ, gᵀ∂²θ along the term's vectors, in
   *     parts of the term, by scale; zeros where the term has no Hessian
   * @param corrected the relative change after that is taken off, by scale
   * @param correctedOrder the exponent of h in its size, from the last two scales
   */
  public record Approach(
      String id,
      String title,
      Series scale,
      Series change,
      double order,
      Series correction,
      Series corrected,
      double correctedOrder) {}

  /**
   * What was checked, so that anyone can check it again.
   *
   * @param id over what is said below and every term in both coordinates, the first 16 hexadecimal
   *     digits of their SHA-256
   * @param holds whether every term of every map is what it should be
   * @param subject what was looked at, for a person
   * @param points the points that were looked at
   * @param tolerance the largest relative change of a term that must be the same
   * @param terms how many were compared, over all maps
   * @param failed how many of them are not what they should be
   * @param version Shiftscope's version
   */
  public record Certificate(
      String id,
      boolean holds,
      String subject,
      List<LookedAt> points,
      double tolerance,
      int terms,
      int failed,
      String version) {
    public Certificate {
      points = List.copyOf(points);
    }
  }

  /**
   * A point that was looked at.
   *
   * @param name its name in JSON, as parameters are asked for; or what it is
   * @param sha256 of its float64 numbers in little-endian order: θ, then the running statistics; of
   *     a landscape, of the subject in the JSON of its spec, without spaces, in UTF-8
   */
  public record LookedAt(String name, String sha256) {}
}
