package org.shiftscope.ui.launch;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest of the questions that a panel asks off its page's thread: what older ones are answered
 * is not shown. Safe for use by many threads.
 */
final class LatestQuestion implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LatestQuestion.class);

  private final AtomicLong latest = new AtomicLong();

  /** Begins a question, which overtakes those before. Returns its number. */
  long next() {
    return latest.incrementAndGet();
  }

  /** Whether no newer one has begun. */
  boolean is(long number) {
    return latest.get() == number;
  }

  /**
   * Shows an answer with the page's lock, where the page is open and still asks for it.
   *
   * @param ui the page
   * @param number the question's
   */
  void show(UI ui, long number, Runnable answer) {
    try {
      ui.access(
          () -> {
            if (is(number)) {
              answer.run();
            }
          });
    } catch (UIDetachedException closed) {
      LOG.debug("The page was closed before its answer came");
    }
  }
}
