package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;

/**
 * What an experiment found over its trials: a pure function of its spec and of the results so far.
 */
public interface Findings {

  /**
   * What was found, each statement by itself and the one that leads first; never empty, also where
   * nothing was found yet.
   */
  List<String> sentences();

  /** Which trials count, and which do not and why. */
  CountedTrials trials();

  /** Every quantity against the temperature. */
  List<TemperatureTrend> trends();

  /**
   * How many of the points that trials came to are minima; empty where the kind has none, or no
   * counted trial was judged.
   */
  default Optional<PointGrades> grades() {
    return Optional.empty();
  }
}
