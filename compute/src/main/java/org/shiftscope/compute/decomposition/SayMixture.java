package org.shiftscope.compute.decomposition;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.Decomposition.Term;
import org.shiftscope.compute.result.Mixture.AtTemperature;
import org.shiftscope.compute.result.Mixture.Leading;

/** What Eq. 4 came to, in sentences. */
final class SayMixture {

  /** Below that share of the excess, the sum is said to match. */
  private static final double MATCHES = 0.1;

  private SayMixture() {}

  static List<String> say(List<AtTemperature> found) {
    return found.isEmpty()
        ? List.of("No window was decomposed.")
        : List.of(matches(found), leads(found.getFirst()), curvature(found), drifting(found));
  }

  private static String matches(List<AtTemperature> found) {
    long within = found.stream().filter(at -> Math.abs(at.residualShare()) < MATCHES).count();
    AtTemperature worst =
        found.stream()
            .max(Comparator.comparingDouble(at -> Math.abs(at.residualShare())))
            .orElseThrow();
    String most =
        SayNumber.percent(Math.abs(worst.residualShare()))
            + " of the excess at T = "
            + SayNumber.significant(worst.temperature());
    if (within == found.size()) {
      return "The sum of Eq. 4 matches the measured mean test loss at every T: the residual is at most "
          + most
          + ".";
    }
    return (within == 0
            ? "The sum of Eq. 4 misses the measured mean test loss by 10 % of the excess or more at every T"
            : "The sum of Eq. 4 matches the measured mean test loss within 10 % of the excess at "
                + within
                + " of "
                + found.size()
                + " temperatures")
        + ": the largest residual is "
        + most
        + ".";
  }

  private static String leads(AtTemperature lowest) {
    return "At the lowest, T = "
        + SayNumber.significant(lowest.temperature())
        + ", the largest term is the "
        + name(lowest.leading().term())
        + ", "
        + SayNumber.significant(mean(lowest, lowest.leading().term()))
        + " of an excess of "
        + SayNumber.significant(lowest.measured().mean() - lowest.testLoss().mean())
        + by(lowest.leading(), lowest.trials());
  }

  private static String by(Leading leading, int trials) {
    if (trials < 2) {
      return " (one trial).";
    }
    return String.format(
        Locale.ROOT,
        ", in %d of %d trials, %s the %s.",
        leading.trials(),
        trials,
        leading.clear() ? "clearly above" : "not told apart from",
        name(leading.next()));
  }

  /** The paper's claim is of the three curvatures alone. */
  private static String curvature(List<AtTemperature> found) {
    AtTemperature lowest = found.getFirst();
    Leading leading = lowest.leadingCurvature();
    String paper =
        leading.term() == Term.SHIFT_CURVATURE
            ? leading.clear()
                ? "Of the three curvatures the shift's is the largest there, as the paper says"
                : "Of the three curvatures the shift's is the largest there, as the paper says, but these trials do not tell it from the "
                    + name(leading.next())
            : leading.clear()
                ? "Of the three curvatures the "
                    + name(leading.term())
                    + " is the largest there, not the shift's as the paper says"
                : "Of the three curvatures the "
                    + name(leading.term())
                    + " is the largest there, and not told apart from the "
                    + name(leading.next());
    return paper + where(found, leading.term()) + ".";
  }

  private static String where(List<AtTemperature> found, Term first) {
    return found.stream()
        .filter(at -> at.leadingCurvature().term() != first)
        .findFirst()
        .map(
            at ->
                "; from T = "
                    + SayNumber.significant(at.temperature())
                    + " on it is the "
                    + name(at.leadingCurvature().term()))
        .filter(text -> staysFrom(found, first))
        .orElse("");
  }

  /** Whether another curvature leads from some temperature on, and the same one. */
  private static boolean staysFrom(List<AtTemperature> found, Term first) {
    return found.stream()
            .map(at -> at.leadingCurvature().term())
            .dropWhile(term -> term == first)
            .distinct()
            .count()
        == 1;
  }

  private static String drifting(List<AtTemperature> found) {
    int drifting = found.stream().mapToInt(AtTemperature::drifting).sum();
    int all = found.stream().mapToInt(AtTemperature::trials).sum();
    return drifting == 0
        ? windows(all, all) + " stationary within errors."
        : windows(drifting, all) + " still drifting: bias and covariance are those of the window.";
  }

  private static String windows(int some, int all) {
    if (all == 1) {
      return "The one window is";
    }
    return (some == all ? "All " : some + " of ") + all + " windows are";
  }

  private static double mean(AtTemperature at, Term term) {
    return at.terms().stream()
        .filter(each -> each.term() == term)
        .findFirst()
        .orElseThrow()
        .estimate()
        .mean();
  }

  static String name(Term term) {
    return switch (term) {
      case SLOPE -> "slope";
      case SHIFT_CURVATURE -> "shift-curvature";
      case CROSS_TERM -> "cross term";
      case BIAS_CURVATURE -> "bias-curvature";
      case COVARIANCE_CURVATURE -> "covariance-curvature";
    };
  }
}
