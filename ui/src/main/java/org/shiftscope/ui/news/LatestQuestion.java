package org.shiftscope.ui.news;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest of the questions that a page asks: what older ones are answered, off its thread, is
 * not shown. Safe for use by many threads.
 */
public final class LatestQuestion implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LatestQuestion.class);

  private final AtomicLong latest = new AtomicLong();

  /** The number of the newest; 0 before the first. */
  public long number() {
    return latest.get();
  }

  /** Begins a question, which overtakes those before. Returns its number. */
  public long next() {
    return latest.incrementAndGet();
  }

  /** Whether no newer one has begun. */
  public boolean is(long number) {
    return latest.get() == number;
  }

  /**
   * Shows an answer with the page's lock, where the page is open and still asks for it.
   *
   * @param ui the page
   * @param number the question's
   */
  public void show(UI ui, long number, Runnable answer) {
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
