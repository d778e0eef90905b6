package org.shiftscope.compute.result;

import java.util.List;
import org.shiftscope.compute.spec.Id;

/**
 * Whether the terms of Eqs 3 and 4 were the same in other coordinates.
 *
 * @param sentences what was found, the first leading
 * @param trials which trials count
 * @param trends none: coordinates are compared at one temperature
 * @param terms how many terms were compared, over all maps and trials
 * @param failed how many of them are not what they should be
 * @param largestChange the largest relative change of a term that must be the same; NaN where there
 *     is none
 * @param largestFactor how far the largest eigenvalue moved at most, the larger of the factor and
 *     its inverse; NaN where it was not measured
 */
@Id("invariance-findings")
public record InvarianceFindings(
    List<String> sentences,
    CountedTrials trials,
    List<TemperatureTrend> trends,
    int terms,
    int failed,
    double largestChange,
    double largestFactor)
    implements Findings {

  public InvarianceFindings {
    sentences = List.copyOf(sentences);
    trends = List.copyOf(trends);
  }
}
