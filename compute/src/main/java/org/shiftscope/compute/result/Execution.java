package org.shiftscope.compute.result;

/**
 * Where and how a trial was computed: with the spec, all that its bits depend on.
 *
 * @param device the device's name: {@code cpu}
 * @param threads threads that an operation used; the last digits depend on it
 * @param version Shiftscope's version
 */
public record Execution(String device, int threads, String version) {}
