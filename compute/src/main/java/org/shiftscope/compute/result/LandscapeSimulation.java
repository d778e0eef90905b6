package org.shiftscope.compute.result;

import java.util.List;
import org.shiftscope.compute.spec.Id;

/**
 * What a trial of a landscape found: walkers of the Langevin equation (Eq. 11) and the
 * Fokker-Planck equation (Eq. 10), both from an even spread and over the second half of the same
 * time, beside the steady state of Eq. 5.
 *
 * @param sentence what to know about this trial
 * @param temperature T
 * @param steps steps of each walker
 * @param density densities on bins
 * @param fromSteadyState distance of the walkers from the steady state
 * @param fromFokkerPlanck distance of the walkers from the Fokker-Planck equation over the same
 *     time
 * @param notYet distance of the Fokker-Planck equation from the steady state: how far from having
 *     arrived
 * @param basins share of each basin of the train loss
 * @param trainLoss E[L_tr]
 * @param testLoss E[L_te]
 * @param execution where it was computed
 */
@Id("landscape-simulation")
public record LandscapeSimulation(
    String sentence,
    double temperature,
    long steps,
    Densities density,
    Distance fromSteadyState,
    Distance fromFokkerPlanck,
    double notYet,
    List<Compared> basins,
    Compared trainLoss,
    Compared testLoss,
    Execution execution)
    implements TrialResult {

  private static final double ARRIVED = 0.02;

  public LandscapeSimulation {
    basins = List.copyOf(basins);
  }

  /** Whether the time was enough. */
  public boolean arrived() {
    return arrived(notYet);
  }

  /** Whether all but a fiftieth of the probability is where Eq. 5 has it. */
  public static boolean arrived(double notYet) {
    return notYet <= ARRIVED;
  }

  @Override
  public Outcome outcome() {
    return Outcome.MEASURED;
  }

  /**
   * Means over bins of equal width, per length of x.
   *
   * @param edges ends of the bins, ascending, one more than the others
   * @param walkers of the walkers
   * @param error standard error of each
   * @param fokkerPlanck of the Fokker-Planck equation
   * @param steadyState of Eq. 5
   */
  public record Densities(
      Series edges, Series walkers, Series error, Series fokkerPlanck, Series steadyState) {}

  /**
   * A total variation distance ½ ∫ |p − q| dx on the bins.
   *
   * @param distance as measured
   * @param error its standard error
   * @param ofPerfectSample what a perfect sample of the same effective size would have
   */
  public record Distance(double distance, double error, double ofPerfectSample) {}

  /**
   * A number by three ways.
   *
   * @param walkers measured
   * @param error its standard error
   * @param fokkerPlanck by the Fokker-Planck equation over the same time
   * @param steadyState by Eq. 5
   */
  public record Compared(double walkers, double error, double fokkerPlanck, double steadyState) {}
}
