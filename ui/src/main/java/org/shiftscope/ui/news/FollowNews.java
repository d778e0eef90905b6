package org.shiftscope.ui.news;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.accounts.Asker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a page up to date while it is open. News only says that something changed: what is shown is
 * then read afresh, off the page's thread, at most {@value #PAUSE_MILLIS} ms after the news and no
 * more often than reading takes a fifth of the time. So a thousand events cost one reading, and the
 * last event is never missed. What happened between a page's first reading and its attach is read
 * once it follows. A page whose browser has been silent for {@value #SILENCE_MILLIS} ms, three
 * heartbeats and a little, is gone or asleep: nothing is read for it until its browser is heard of
 * again.
 */
public final class FollowNews {

  private static final Logger LOG = LoggerFactory.getLogger(FollowNews.class);
  private static final long PAUSE_MILLIS = 500;
  private static final long SILENCE_MILLIS = 200_000;

  private FollowNews() {}

  /**
   * Follows from each attach of a component to its detach.
   *
   * @param page what is attached and detached
   * @param experiments tells the news
   * @param relevant whether an event concerns the page; called from storage's threads
   * @param read reads what the page shows; called from a background thread
   * @param show shows what was read; called with the page's lock
   */
  public static <T> void whileAttached(
      Component page,
      Experiments experiments,
      Predicate<Event> relevant,
      Supplier<T> read,
      Consumer<T> show) {
    page.addAttachListener(
        attach -> {
          var reader = new Reader<>(attach.getUI(), page, Asker.here(read), Asker.here(show));
          Experiments.Subscription subscription =
              experiments.subscribe(
                  event -> {
                    if (relevant.test(event)) {
                      reader.newsCame();
                    }
                  });
          Registration wakes =
              attach.getUI().addHeartbeatListener(heard -> reader.newsCameInSilence());
          page.addDetachListener(
              detach -> {
                detach.unregisterListener();
                wakes.remove();
                subscription.close();
              });
          reader.newsCame();
        });
  }

  private static final class Reader<T> {

    private final UI ui;
    private final Component page;
    private final Supplier<T> read;
    private final Consumer<T> show;
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean missed = new AtomicBoolean();
    private volatile long pauseMillis = PAUSE_MILLIS;

    Reader(UI ui, Component page, Supplier<T> read, Consumer<T> show) {
      this.ui = ui;
      this.page = page;
      this.read = read;
      this.show = show;
    }

    void newsCame() {
      if (due.compareAndSet(false, true)) {
        var later = CompletableFuture.delayedExecutor(pauseMillis, TimeUnit.MILLISECONDS);
        later.execute(this::readAndShow);
      }
    }

    /** Reads what a silent page was not shown. */
    void newsCameInSilence() {
      if (missed.getAndSet(false)) {
        newsCame();
      }
    }

    /** A server that stops ends its pages before it closes its database. */
    private boolean isOpen() {
      return ui.getSession() != null;
    }

    private boolean isSilent() {
      return System.currentTimeMillis() - ui.getInternals().getLastHeartbeatTimestamp()
          > SILENCE_MILLIS;
    }

    private void readAndShow() {
      // Before reading: news that comes from here on asks for another reading.
      due.set(false);
      if (!isOpen()) {
        return;
      }
      if (isSilent()) {
        missed.set(true);
        return;
      }
      try {
        long start = System.nanoTime();
        T found = read.get();
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        pauseMillis = Math.max(PAUSE_MILLIS, 4 * millis);
        ui.access(() -> showIfOpen(found));
      } catch (UIDetachedException closed) {
        LOG.debug("The page was closed while its news was read");
      } catch (StorageUnavailable e) {
        if (isOpen()) {
          LOG.warn("A page is not brought up to date: {}", e.getMessage());
        }
      } catch (RuntimeException e) {
        LOG.error("A page could not be brought up to date", e);
      }
    }

    private void showIfOpen(T found) {
      if (page.isAttached()) {
        show.accept(found);
      }
    }
  }
}
