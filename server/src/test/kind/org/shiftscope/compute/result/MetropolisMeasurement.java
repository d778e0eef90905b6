package org.shiftscope.compute.result;

import java.util.List;
import org.shiftscope.compute.spec.Id;

/**
 * What one chain was found to do.
 *
 * @param sentence what to know about it
 * @param left share of its steps in the left well
 * @param exactLeft the same in the steady state
 * @param accepted share of the proposals that it took
 * @param edges of the bins of its histogram
 * @param density in each bin
 * @param execution where it was computed
 */
@Id("metropolis-measurement")
public record MetropolisMeasurement(
    String sentence,
    double left,
    double exactLeft,
    double accepted,
    Series edges,
    Series density,
    Execution execution)
    implements TrialResult {

  @Override
  public Outcome outcome() {
    return Outcome.MEASURED;
  }

  /** What the chains of an experiment found. */
  @Id("metropolis-findings")
  public record Found(List<String> sentences, CountedTrials trials, List<TemperatureTrend> trends)
      implements Findings {}
}
