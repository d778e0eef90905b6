package org.shiftscope.ui.news;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.ui.wording.Notify;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a page shows off the page's thread. What is there within {@value #PATIENCE_MILLIS} ms
 * is shown at once, so that a small experiment's page comes whole; what takes longer is pushed.
 */
public final class ReadAside {

  private static final Logger LOG = LoggerFactory.getLogger(ReadAside.class);
  private static final long PATIENCE_MILLIS = 300;

  private ReadAside() {}

  /**
   * Reads and shows.
   *
   * @param ui the page, whose lock the caller holds
   * @param read called from a background thread, as asked by who asks here; what it throws within
   *     the time is thrown here
   * @param show called with the page's lock
   */
  public static <T> void within(UI ui, Supplier<T> read, Consumer<T> show) {
    // Not in the common pool: on two cores it has one thread, and one page's findings would hold up
    // all.
    var reading =
        CompletableFuture.supplyAsync(Asker.here(read), task -> Thread.ofVirtual().start(task));
    Consumer<T> shown = Asker.here(show);
    try {
      show.accept(reading.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException slow) {
      reading.whenComplete((found, failure) -> push(ui, found, failure, shown));
    } catch (ExecutionException e) {
      throw new IllegalStateException("The page could not be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> void push(UI ui, T found, @Nullable Throwable failure, Consumer<T> show) {
    if (failure != null) {
      LOG.error("A page could not be read", failure);
    }
    try {
      ui.access(
          () -> {
            if (failure == null) {
              show.accept(found);
            } else {
              Notify.problem("This page could not be read: the server's log says why. Reload it.");
            }
          });
    } catch (UIDetachedException closed) {
      LOG.debug("The page was closed before it was read");
    }
  }
}
