package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Id;

/**
 * What the terms of Eq. 4 came to over an experiment.
 *
 * @param sentences what was found, the first leading
 * @param trials which trials count
 * @param trends each term and what is beside it, against T
 * @param mixture Eq. 4 over the seeds of each temperature
 * @param grades how many of the points are minima; empty where none was judged
 */
@Id("decomposition-findings")
public record DecompositionFindings(
    List<String> sentences,
    CountedTrials trials,
    List<TemperatureTrend> trends,
    Mixture mixture,
    Optional<PointGrades> grades)
    implements Findings {

  public DecompositionFindings {
    sentences = List.copyOf(sentences);
    trends = List.copyOf(trends);
  }
}
