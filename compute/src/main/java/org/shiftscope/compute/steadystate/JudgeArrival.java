package org.shiftscope.compute.steadystate;

import java.util.Locale;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.SteadyStateMeasurement.Fluctuation;
import org.shiftscope.compute.result.SteadyStateMeasurement.Run;
import org.shiftscope.compute.spec.Replacement;

/** Says whether a run has arrived in its steady state, and what to do if not. */
final class JudgeArrival {

  /** In each of the 32 windows some ten: below, the windows are not independent. */
  private static final double FEWEST_RELAXATIONS = 320;

  private static final double STANDARD_ERRORS = 5;

  private JudgeArrival() {}

  static Outcome outcome(RunChain.Plan plan, Run run, Fluctuation fluctuation) {
    return enough(run) && arrived(plan, fluctuation) ? Outcome.MEASURED : Outcome.UNCONVERGED;
  }

  static String sentence(RunChain.Plan plan, Run run, Fluctuation fluctuation) {
    String ratios =
        String.format(
            Locale.ROOT,
            "The fluctuation-dissipation ratios are %s ± %s and %s ± %s.",
            SayNumber.significant(fluctuation.firstRatio()),
            SayNumber.significant(fluctuation.firstError()),
            SayNumber.significant(fluctuation.secondRatio()),
            SayNumber.significant(fluctuation.secondError()));
    if (!enough(run)) {
      return String.format(
          Locale.ROOT,
          "%s The run is %.0f relaxation times of the softest direction long, and its errors need"
              + " %.0f: raise flowTime.",
          ratios,
          run.relaxationTimes(),
          FEWEST_RELAXATIONS);
    }
    if (!arrived(plan, fluctuation)) {
      return ratios
          + " They are not 1, nor what the size of the step explains: raise burnIn, or lower the"
          + " temperature.";
    }
    if (plan.replacement() == Replacement.WITHOUT) {
      return ratios
          + " Without replacement the noise of an epoch's batches nearly cancels: theory, which draws"
          + " with replacement, does not hold.";
    }
    return ratios;
  }

  private static boolean enough(Run run) {
    return run.relaxationTimes() >= FEWEST_RELAXATIONS;
  }

  /** Only with replacement does a ratio have to be 1. */
  private static boolean arrived(RunChain.Plan plan, Fluctuation fluctuation) {
    return plan.replacement() == Replacement.WITHOUT
        || Math.abs(fluctuation.discreteRatio() - 1)
            <= STANDARD_ERRORS * fluctuation.discreteError();
  }
}
