package org.shiftscope.compute.decomposition;

import java.util.Comparator;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.Decomposition.Part;
import org.shiftscope.compute.result.Decomposition.Term;
import org.shiftscope.compute.result.Decomposition.Verdict;

/** What a decomposition found, in a sentence. */
final class SayDecomposition {

  private SayDecomposition() {}

  static Verdict judge(Terms terms, double error, double thirdOrder) {
    double told = WindowBlocks.errorsAtFivePercent() * error;
    // Products and losses of networks in float32 agree to six digits of the loss.
    double rounding = 1e-6 * Math.abs(terms.measuredMean());
    double size = Math.abs(terms.residual());
    if (size <= Math.max(told, rounding)) {
      return Verdict.WITHIN_ERROR;
    }
    return size <= told + Math.abs(thirdOrder) ? Verdict.HIGHER_ORDER : Verdict.UNEXPLAINED;
  }

  static String say(Terms terms, Part residual, Verdict verdict, double thirdOrder) {
    return "The parts sum to "
        + SayNumber.significant(terms.sumOfSame(), 4)
        + " over these iterates, and their mean test loss is "
        + SayNumber.significant(terms.measuredMean(), 4)
        + ": the residual of "
        + SayNumber.significant(residual.value())
        + " ± "
        + SayNumber.significant(residual.error(), 2)
        + ", "
        + SayNumber.percent(residual.value() / terms.excess())
        + " of the excess, "
        + why(verdict, thirdOrder)
        + " The largest part of the excess is the "
        + leading(terms)
        + ".";
  }

  private static String why(Verdict verdict, double thirdOrder) {
    return switch (verdict) {
      case WITHIN_ERROR -> "does not differ from 0.";
      case HIGHER_ORDER ->
          "is of higher order: at the mean of the iterates the quadratic model already misses "
              + SayNumber.significant(thirdOrder)
              + ".";
      case UNEXPLAINED ->
          "is more than its error and the "
              + SayNumber.significant(thirdOrder)
              + " that the quadratic model misses at the mean of the iterates: the loss is not quadratic over their spread.";
    };
  }

  private static String leading(Terms terms) {
    return Stream.of(Term.values())
        .max(Comparator.comparingDouble(term -> Math.abs(terms.of(term))))
        .map(term -> SayMixture.name(term) + ", " + SayNumber.significant(terms.of(term)))
        .orElseThrow();
  }
}
