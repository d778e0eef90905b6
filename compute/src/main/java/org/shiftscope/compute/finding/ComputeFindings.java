package org.shiftscope.compute.finding;

import java.util.Map;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TemperatureSweep;

/** What each kind of experiment found over its trials. */
public final class ComputeFindings {

  private ComputeFindings() {}

  /**
   * Computes. The same spec and results give the same bits: resamples are drawn from a stream of
   * the spec's first seed.
   *
   * @param results by the trial's number, of those trials that have one; may be empty
   */
  public static Findings of(
      ExperimentSpec spec, Map<Integer, ? extends TrialResult> results, Include include) {
    return switch (spec) {
      case TemperatureSweep sweep -> FindSweep.of(sweep, results, include);
      case Landscape landscape -> FindLandscape.of(landscape, results, include);
      case SteadyState steady -> FindSteadyState.of(steady, results, include);
      case AssumptionCheck check -> FindAssumption.of(check, results, include);
      case DiffusionAccuracy accuracy -> FindDiffusion.of(accuracy, results, include);
      case OverparametrizedShift shift -> FindOverparametrized.of(shift, results, include);
    };
  }
}
