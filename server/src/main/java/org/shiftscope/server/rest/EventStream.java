package org.shiftscope.server.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Experiments.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's stream of an experiment's events, without a gap and without a repetition: it
 * subscribes first, then reads the past, and passes over what comes live but was read.
 */
final class EventStream {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  /** A reader this far behind is cut off; it comes back with Last-Event-ID and has lost nothing. */
  private static final int LONGEST_BACKLOG = 10_000;

  private static final long BETWEEN_QUESTIONS = TimeUnit.SECONDS.toNanos(1);

  private final Experiments experiments;
  private final ExperimentId id;
  private final WriteEvents write;
  private final Reader reader;
  private final BlockingQueue<Event> arrived = new LinkedBlockingQueue<>(LONGEST_BACKLOG);
  private volatile boolean overrun;
  private long asked = System.nanoTime();

  /**
   * Who reads.
   *
   * @param heartbeat the longest silence
   * @param allowed whether they may still read; asked once a second at most
   */
  record Reader(Duration heartbeat, BooleanSupplier allowed) {}

  EventStream(Experiments experiments, ExperimentId id, WriteEvents write, Reader reader) {
    this.experiments = experiments;
    this.id = id;
    this.write = write;
    this.reader = reader;
  }

  /** Runs until the reader goes, or the experiment has ended where that is the end. */
  void run(long after, boolean untilEnd) {
    try (Subscription subscription = experiments.subscribe(this::arrive)) {
      stream(after, untilEnd);
    } catch (IOException e) {
      LOG.debug("The reader of the events of {} went away", id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stream(long after, boolean untilEnd) throws IOException, InterruptedException {
    List<Event> past = experiments.events(id, 0);
    write.start();
    long newest = past.stream().mapToLong(Event::sequence).max().orElse(0);
    // A number that no event has yet is of another life of the record, before a backup was put
    // back:
    // its reader would hear nothing until then.
    long heard = after > newest ? 0 : after;
    long last = heard;
    boolean ended = false;
    for (Event event : past) {
      if (event.sequence() > heard) {
        write.event(event);
      }
      last = Math.max(last, event.sequence());
      ended = endedAfter(event, ended);
    }
    while (!(untilEnd && ended) && !overrun) {
      Event event = arrived.poll(reader.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
      if (!isAllowed()) {
        return;
      }
      if (event == null) {
        write.heartbeat();
      } else if (event.type() == Event.Type.TRIAL_PROGRESS) {
        progress(event);
      } else if (event.type() == Event.Type.EXPERIMENT_PURGED) {
        write.event(event);
        return;
      } else if (event.sequence() > last) {
        write.event(event);
        last = event.sequence();
        ended = endedAfter(event, ended);
      }
    }
  }

  private boolean isAllowed() {
    if (System.nanoTime() - asked < BETWEEN_QUESTIONS) {
      return true;
    }
    asked = System.nanoTime();
    return reader.allowed().getAsBoolean();
  }

  /** Of several in the waiting line, only the newest is worth telling. */
  private void progress(Event event) throws IOException {
    @Nullable Event next = arrived.peek();
    if (next == null || next.type() != Event.Type.TRIAL_PROGRESS) {
      write.progress(event);
    }
  }

  /** An ended experiment goes on when it is retried. */
  private static boolean endedAfter(Event event, boolean endedBefore) {
    return switch (event.type()) {
      case EXPERIMENT_ENDED -> true;
      case EXPERIMENT_RETRIED -> false;
      default -> endedBefore;
    };
  }

  private void arrive(Event event) {
    if (event.experiment().equals(id) && !arrived.offer(event)) {
      overrun |= event.type() != Event.Type.TRIAL_PROGRESS;
    }
  }
}
