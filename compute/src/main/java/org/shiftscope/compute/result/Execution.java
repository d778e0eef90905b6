package org.shiftscope.compute.result;

/**
 * Where and how a trial was computed: with the spec, all that its bits depend on.
 *
 * @param device the lane and what a person calls its device: {@code cpu: AMD EPYC 7763}, {@code
 *     gpu0: NVIDIA A100-SXM4-40GB}. Results of early versions say {@code cpu}
 * @param threads threads that an operation used; the last digits depend on it
 * @param version Shiftscope's version
 */
public record Execution(String device, int threads, String version) {}
