package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shiftscope.compute.estimate.NotEnoughMemory;

/**
 * Which failures are the machine's and may pass by themselves: a disk or a database that does not
 * answer, a graphics card that fails, memory that others had. What a spec or a bug brings about
 * comes again in the same way, so it is none; neither is a file that is not there, which somebody
 * has to put there.
 */
final class MachineFault {

  /** So ND4J and CUDA's libraries name themselves in what they throw. */
  private static final Pattern CUDA = Pattern.compile("(?i)cuda|cublas|cudnn");

  private MachineFault() {}

  /**
   * How long a trial waits after an attempt that something ended; empty where it is not tried again
   * by itself.
   *
   * @param faults attempts before this one that the machine failed
   * @param waits after each of them
   */
  static Optional<Duration> wait(Throwable thrown, int faults, List<Duration> waits) {
    int most = isMemory(thrown) ? 1 : waits.size();
    return (isMemory(thrown) || isOfDisk(thrown) || isOfCard(thrown))
            && faults < Math.min(most, waits.size())
        ? Optional.of(waits.get(faults))
        : Optional.empty();
  }

  /** That ran out at work: what arithmetic refuses would be refused again. */
  private static boolean isMemory(Throwable thrown) {
    return causes(thrown).anyMatch(OutOfMemoryError.class::isInstance)
        || thrown instanceof NotEnoughMemory && thrown.getCause() != null;
  }

  private static boolean isOfDisk(Throwable thrown) {
    return causes(thrown).noneMatch(NoSuchFileException.class::isInstance)
        && causes(thrown)
            .anyMatch(cause -> cause instanceof IOException || cause instanceof StorageUnavailable);
  }

  private static boolean isOfCard(Throwable thrown) {
    return causes(thrown)
        .anyMatch(cause -> cause.getMessage() != null && CUDA.matcher(cause.getMessage()).find());
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
