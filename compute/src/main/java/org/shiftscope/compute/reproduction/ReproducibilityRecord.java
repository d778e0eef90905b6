package org.shiftscope.compute.reproduction;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.Execution;

/**
 * All that the numbers of an experiment depend on.
 *
 * @param kind the spec's format
 * @param version of that format
 * @param specSha256 SHA-256 of the spec without its title as RFC 8785 writes it: equal for specs
 *     that ask for the same numbers
 * @param seeds of its trials, each once
 * @param samples what its trials read, each set once
 * @param environments where its results were computed, each once
 */
public record ReproducibilityRecord(
    String kind,
    int version,
    String specSha256,
    List<Long> seeds,
    List<UsedSamples> samples,
    List<Environment> environments) {

  public ReproducibilityRecord {
    seeds = List.copyOf(seeds);
    samples = List.copyOf(samples);
    environments = List.copyOf(environments);
  }

  /**
   * Samples of a known dataset.
   *
   * @param name in JSON
   * @param title for a person
   * @param split the seed of the split; empty for the given one
   * @param sha256 the fingerprint that docs/interop.md defines; empty until a trial has a result,
   *     and where early versions measured
   * @param trials the numbers of the trials with a result that rest on them
   */
  public record UsedSamples(
      String name,
      String title,
      int trainSamples,
      int testSamples,
      Optional<Long> split,
      Optional<String> sha256,
      List<Integer> trials) {
    public UsedSamples {
      trials = List.copyOf(trials);
    }
  }

  /**
   * Where results were computed.
   *
   * @param execution without samples
   * @param trials the numbers of the trials with a result that were computed there
   */
  public record Environment(Execution execution, List<Integer> trials) {
    public Environment {
      trials = List.copyOf(trials);
    }
  }
}
