package org.shiftscope.compute.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Prints how long each kernel of a step takes, measured by JMH. */
public final class Kernels {

  private Kernels() {}

  /**
   * Runs.
   *
   * @param arguments as {@link Bench#main} has them; the fourth chooses by name
   */
  public static void main(String[] arguments) throws RunnerException {
    String only = arguments.length > 3 ? arguments[3] : "";
    new Runner(new OptionsBuilder().include("KernelBenchmarks." + only).build()).run();
  }
}
