package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Id;

/**
 * How well diffusion stood for SGD.
 *
 * @param sentences what was found, the first leading
 * @param trials which trials count
 * @param trends the terms that Eq. 10 leaves out against T
 * @param terms every term of the Kramers-Moyal expansion, by direction and ascending T
 * @param weakError the planted comparison, which is the same for all trials; empty before the first
 */
@Id("diffusion-findings")
public record DiffusionFindings(
    List<String> sentences,
    CountedTrials trials,
    List<TemperatureTrend> trends,
    List<Terms> terms,
    Optional<WeakError> weakError)
    implements Findings {

  public DiffusionFindings {
    sentences = List.copyOf(sentences);
    trends = List.copyOf(trends);
    terms = List.copyOf(terms);
  }

  /**
   * Over the seeds of one temperature, along one direction. The series hold orders n = 1 to 6.
   *
   * @param direction "gradient", "top eigenvector" or "random"
   * @param temperature T
   * @param trials how many
   * @param relative mean of the terms in parts of the second
   * @param error its standard error over seeds; NaN for one
   */
  public record Terms(
      String direction, double temperature, int trials, Series relative, Series error) {}
}
