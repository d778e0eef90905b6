package org.shiftscope.compute.claim;

import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.ClaimEvidence.Claimed;
import org.shiftscope.compute.result.ClaimEvidence.Effect;

/** Says an effect and what is claimed of it. */
final class SayEffect {

  private SayEffect() {}

  /** "Spearman's ρ with T is −0.93 [−0.98, −0.81]; the claim is below 0." */
  static String of(Effect effect) {
    return Double.isFinite(effect.value())
        ? effect.name()
            + " is "
            + SayNumber.significant(effect.value())
            + (effect.unit().isEmpty() ? "" : " " + effect.unit())
            + SayNumber.interval(effect.interval())
            + "; the claim is "
            + claimed(effect.claimed())
            + "."
        : effect.name() + " cannot be told from so few trials.";
  }

  private static String claimed(Claimed range) {
    if (range.to() == Double.POSITIVE_INFINITY) {
      return "above " + SayNumber.significant(range.from());
    }
    return range.from() == Double.NEGATIVE_INFINITY
        ? "below " + SayNumber.significant(range.to())
        : SayNumber.significant(range.from()) + " to " + SayNumber.significant(range.to());
  }
}
