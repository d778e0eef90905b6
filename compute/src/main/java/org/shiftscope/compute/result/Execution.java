package org.shiftscope.compute.result;

import java.util.Optional;

/**
 * Where, how and on what a trial was computed: with the spec, all that its bits depend on.
 *
 * @param device the lane and what a person calls its device: {@code cpu: AMD EPYC 7763}, {@code
 *     gpu0: NVIDIA A100-SXM4-40GB}. Results of early versions say {@code cpu}
 * @param threads threads that an operation used; the last digits depend on it
 * @param version Shiftscope's version
 * @param kernels what ruled the order of additions: {@code OpenBLAS SkylakeX, vectors of 512 bits}.
 *     Empty in results of early versions
 * @param samples the fingerprint of the samples, train and test; empty in results of early versions
 *     and of kinds that read no dataset
 */
public record Execution(
    String device,
    int threads,
    String version,
    Optional<String> kernels,
    Optional<String> samples) {

  /** Of samples that are yet to be read, on kernels that nobody asked for. */
  public Execution(String device, int threads, String version) {
    this(device, threads, version, Optional.empty(), Optional.empty());
  }

  /** The same on samples. */
  public Execution on(String fingerprint) {
    return new Execution(device, threads, version, kernels, Optional.of(fingerprint));
  }
}
