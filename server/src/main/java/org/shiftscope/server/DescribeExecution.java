package org.shiftscope.server;

import java.util.Optional;
import org.shiftscope.compute.device.Device;
import org.shiftscope.compute.device.Kernels;
import org.shiftscope.compute.result.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells on what the trials run. The launcher gives each trial one thread (OMP_NUM_THREADS=1), since
 * two trials side by side gain more than two threads in one; the last digits depend on the number.
 */
final class DescribeExecution {

  private static final Logger LOG = LoggerFactory.getLogger(DescribeExecution.class);

  private DescribeExecution() {}

  static Execution execution(Device device) {
    return new Execution(
        device.label(),
        threads(),
        Version.current(),
        Optional.of(Kernels.present()),
        Optional.empty(),
        Optional.of(build()));
  }

  private static Execution.Build build() {
    return new Execution.Build(
        Version.commit(),
        Runtime.version() + ", " + System.getProperty("java.vendor"),
        Version.libraries(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", "
            + System.getProperty("os.arch"));
  }

  private static int threads() {
    String threads = System.getenv("OMP_NUM_THREADS");
    if (threads != null && threads.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(threads);
    }
    LOG.warn(
        "OMP_NUM_THREADS is not set, so each trial uses every core and trials slow each other:"
            + " start the server by bin/shiftscope, which sets it to 1.");
    return Runtime.getRuntime().availableProcessors();
  }
}
