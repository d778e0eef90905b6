package org.shiftscope.compute.result;

import java.util.Optional;

/**
 * Where, how and on what a trial was computed: with the spec, all that its bits depend on.
 *
 * @param device the lane and what a person calls its device: {@code cpu: AMD EPYC 7763}, {@code
 *     gpu0: NVIDIA A100-SXM4-40GB}; of a trial that went on elsewhere both, {@code cpu: A, then
 *     cpu: B}. Results of early versions say {@code cpu}
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

  private static final String THEN = ", then ";

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

  /** The same on whatever release of the operating system: no bit depends on it. */
  public Execution onAnySystem() {
    return new Execution(
        device,
        threads,
        version,
        kernels,
        samples,
        build.map(made -> new Build(made.commit(), made.java(), made.libraries(), "")));
  }

  /**
   * That of a trial which began on another one and went on here: device and kernels name both.
   * Empty where it cannot go on: on another kind of device, number of threads, version or samples.
   */
  public Optional<Execution> after(Execution begun) {
    if (threads != begun.threads
        || !version.equals(begun.version)
        || !samples.equals(begun.samples)
        || !lane(device).equals(lane(begun.device))
        || kernels.isPresent() != begun.kernels.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Execution(
            both(begun.device, device),
            threads,
            version,
            kernels.map(own -> both(begun.kernels.orElseThrow(), own)),
            samples,
            build));
  }

  /** Whether it is that of a trial which went on from another one. */
  public boolean wentOnFrom(Execution begun) {
    return threads == begun.threads
        && version.equals(begun.version)
        && samples.equals(begun.samples)
        && isAfter(device, begun.device)
        && isAfter(kernels.orElse(""), begun.kernels.orElse(""))
        && (device + kernels.orElse("")).contains(THEN);
  }

  private static boolean isAfter(String now, String begun) {
    return now.equals(begun) || now.startsWith(begun + THEN);
  }

  private static String lane(String device) {
    return device.replaceFirst("[0-9]*(:.*)?$", "");
  }

  private static String both(String begun, String own) {
    return begun.equals(own) || begun.endsWith(THEN + own) ? begun : begun + THEN + own;
  }

  /**
   * Whether another's results have the same bits where spec and samples are the same: the order of
   * additions is.
   */
  public boolean addsAs(Execution other) {
    return kernels.isPresent() && kernels.equals(other.kernels) && threads == other.threads;
  }
}
