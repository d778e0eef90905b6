package org.shiftscope.storage.fault;

import org.slf4j.Logger;

/** For what must go on whatever is thrown: what is done again and again, and who tells others. */
public final class GoOn {

  private GoOn() {}

  /**
   * Tells of what was thrown, unless there is no memory even for that, and ends the process where
   * going on is no use ({@link EndProcess#whereDamaged}).
   *
   * @param sentence what did not come about
   */
  public static void after(Throwable thrown, Logger log, String sentence) {
    EndProcess.whereDamaged(thrown);
    try {
      log.error(sentence, thrown);
    } catch (RuntimeException | Error untold) { // its caller would never do its work again
      EndProcess.whereDamaged(untold);
    }
  }
}
