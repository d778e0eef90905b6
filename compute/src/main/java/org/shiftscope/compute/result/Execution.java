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
 * @param build what Shiftscope was made of and ran on; empty in results of early versions
 */
public record Execution(
    String device,
    int threads,
    String version,
    Optional<String> kernels,
    Optional<String> samples,
    Optional<Build> build) {

  public Execution {
    build = build == null ? Optional.empty() : build;
  }

  /**
   * What the process was made of.
   *
   * @param commit of Shiftscope's sources, with {@code -dirty} where they were changed; {@code
   *     unknown} where the build had no repository
   * @param java the Java that ran it: {@code 25.0.3+9-LTS, Eclipse Adoptium}
   * @param libraries what computes arrays: {@code ND4J 1.0.0-M2.1, OpenBLAS 0.3.19}
   * @param system the operating system: {@code Linux 6.1.0, amd64}
   */
  public record Build(String commit, String java, String libraries, String system) {}

  /** Of samples that are yet to be read, on kernels that nobody asked for. */
  public Execution(String device, int threads, String version) {
    this(device, threads, version, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same on samples. */
  public Execution on(String fingerprint) {
    return new Execution(device, threads, version, kernels, Optional.of(fingerprint), build);
  }

  /** The same without the samples: the environment alone. */
  public Execution anywhere() {
    return new Execution(device, threads, version, kernels, Optional.empty(), build);
  }

  /**
   * Whether another's results have the same bits where spec and samples are the same: the order of
   * additions is.
   */
  public boolean addsAs(Execution other) {
    return kernels.isPresent() && kernels.equals(other.kernels) && threads == other.threads;
  }
}
