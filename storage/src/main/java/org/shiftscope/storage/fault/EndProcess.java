package org.shiftscope.storage.fault;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends this process where it cannot mend itself, for its supervisor to start it anew. What was told
 * to be stored is on the disk, and trials go on from their checkpoints, as after a SIGKILL
 * (docs/decisions/021-faults-of-the-record.md).
 */
public final class EndProcess {

  /** The exit status: EX_SOFTWARE of sysexits. */
  public static final int STATUS = 70;

  private static final Logger LOG = LoggerFactory.getLogger(EndProcess.class);
  private static final int MOST_CAUSES = 20;
  private static final String DAMAGED =
      "Memory ran out while Java linked a part of the program, and that part fails for good in this"
          + " process: it ends now, to be started anew. Nothing that was stored is lost, and trials"
          + " go on from their checkpoints. Give the server more memory or fewer slots.";

  private static final AtomicBoolean ENDING = new AtomicBoolean();

  private EndProcess() {}

  /**
   * Ends it where what was thrown says that a part of the program fails for good: Java keeps the
   * outcome of linking (JVMS 5.4.3, 5.5), also where it only failed for want of memory.
   */
  public static void whereDamaged(Throwable thrown) {
    if (isDamage(thrown)) {
      because(DAMAGED, thrown);
    }
  }

  /**
   * Whether what was thrown is the kept outcome of a linking that failed for want of memory. A call
   * site's has lost its cause when it is thrown again, but hardly anything else breaks one; a
   * class's names what its initializer threw, unless there was no memory to keep that.
   */
  static boolean isDamage(Throwable thrown) {
    boolean linking = false;
    boolean memory = false;
    Throwable each = thrown;
    for (int i = 0; each != null && i < MOST_CAUSES; i++) {
      linking |= each instanceof LinkageError;
      memory |= each instanceof BootstrapMethodError || isOfMemory(each) || isOfUnknownCause(each);
      each = each.getCause();
    }
    return linking && memory;
  }

  private static boolean isOfUnknownCause(Throwable thrown) {
    String message = thrown.getMessage();
    return thrown instanceof NoClassDefFoundError
        && thrown.getCause() == null
        && message != null
        && message.startsWith("Could not initialize class ");
  }

  private static boolean isOfMemory(Throwable thrown) {
    String message = thrown.getMessage();
    return thrown instanceof OutOfMemoryError
        || message != null && message.contains(OutOfMemoryError.class.getName());
  }

  /**
   * Ends it.
   *
   * @param sentence why, and what to do
   */
  public static void because(String sentence, @Nullable Throwable cause) {
    if (!ENDING.compareAndSet(false, true)) { // what is logged about the end comes back here
      return;
    }
    try {
      System.err.println(sentence);
      LOG.error("{}", sentence, cause);
    } finally { // nothing of this process is to be relied on: neither its log nor its hooks
      Runtime.getRuntime().halt(STATUS);
    }
  }
}
