package org.shiftscope.compute.result;

import java.util.List;

/**
 * What an experiment found over its trials: a pure function of its spec and of the results so far.
 */
public interface Findings {

  /** What was found, in a sentence or a few; also where nothing was yet. */
  String sentence();

  /** Which trials count, and which do not and why. */
  CountedTrials trials();

  /** Every quantity against the temperature. */
  List<TemperatureTrend> trends();
}
