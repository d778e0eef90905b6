package org.shiftscope.storage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.shiftscope.storage.Experiments.Subscription;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells subscribers of events, one after another, from one thread of its own. */
final class News implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(News.class);

  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> ofAccounts = new CopyOnWriteArrayList<>();
  private final ExecutorService teller =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("news").factory());

  Subscription subscribe(Consumer<Event> listener) {
    listeners.add(listener);
    var closed = new AtomicBoolean();
    return () -> {
      if (closed.compareAndSet(false, true)) {
        listeners.remove(listener);
      }
    };
  }

  /** Calls a listener whenever accounts may have changed in another process. */
  void onAccounts(Runnable listener) {
    ofAccounts.add(listener);
  }

  void tell(Event event) {
    execute(() -> listeners.forEach(listener -> tell(listener, event)));
  }

  void tellOfAccounts() {
    execute(() -> ofAccounts.forEach(News::tell));
  }

  private void execute(Runnable telling) {
    try {
      teller.execute(telling);
    } catch (RejectedExecutionException closed) {
      LOG.debug("Not told, since storage is closing");
    }
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException | Error wrong) {
      GoOn.after(wrong, LOG, "A listener failed on a change of accounts");
    }
  }

  private static void tell(Consumer<Event> listener, Event event) {
    try {
      listener.accept(event);
    } catch (RuntimeException | Error wrong) {
      GoOn.after(wrong, LOG, "A listener failed on news");
    }
  }

  /** Tells what is still to be told, for a second at most. */
  @Override
  public void close() {
    teller.shutdown();
    try {
      if (!teller.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.warn("A listener is too slow: some events were not told.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
