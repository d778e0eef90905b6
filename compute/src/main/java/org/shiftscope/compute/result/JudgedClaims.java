package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shiftscope.compute.result.Claim.Verdict;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.Id;

/**
 * The claims of the paper, judged by some experiments together.
 *
 * @param sentence the verdicts in short
 * @param tests how many pieces of evidence Holm's correction goes over: all of the page
 * @param level the rate at which any of the page's verdicts may be wrong
 * @param claims all, in their order
 */
@Id("judged-claims")
public record JudgedClaims(String sentence, int tests, double level, List<Judged> claims) {

  public JudgedClaims {
    claims = List.copyOf(claims);
  }

  /**
   * A claim.
   *
   * @param claim which
   * @param title in words
   * @param verdict over all evidence
   * @param ways what each way of several says over all experiments and flow times; empty where
   *     there is one
   * @param sentence where it is what
   * @param places each experiment and flow time
   */
  public record Judged(
      Claim claim,
      String title,
      Verdict verdict,
      List<ByWay> ways,
      String sentence,
      List<Place> places) {
    public Judged {
      ways = List.copyOf(ways);
      places = List.copyOf(places);
    }
  }

  /**
   * What one way says of a claim that has several.
   *
   * @param way its name: "the fit"
   * @param verdict by it alone
   */
  public record ByWay(String way, Verdict verdict) {}

  /**
   * A claim in one experiment at one flow time.
   *
   * @param experiment its id
   * @param name the experiment's, for a person
   * @param flowTime the flow time; empty where what is judged has none
   * @param verdict what its evidence says together
   * @param ways what each way of several says; empty where there is one
   * @param remark what to know about the verdict: "by the fit only"; empty for nothing
   * @param evidence at least one
   */
  public record Place(
      String experiment,
      String name,
      Optional<FlowTime> flowTime,
      Verdict verdict,
      List<ByWay> ways,
      String remark,
      List<Weighed> evidence) {
    public Place {
      ways = List.copyOf(ways);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Evidence with its verdict.
   *
   * @param evidence what was found
   * @param pValue twice the smaller of its two one-sided p
   * @param adjusted the same after Holm over the page
   * @param verdict what follows
   * @param needed draws at which such an effect would be decided with a power of 0.8, by the normal
   *     approximation, where it is undecided; empty where it is decided, or nothing can be told
   */
  public record Weighed(
      ClaimEvidence evidence,
      double pValue,
      double adjusted,
      Verdict verdict,
      OptionalInt needed) {}
}
