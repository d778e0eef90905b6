package org.shiftscope.compute.kind;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.shiftscope.compute.estimate.NotEnoughMemory;

/**
 * Answers what takes a core for seconds, one question after another in the order of asking, and
 * nobody waits for an answer longer than a limit. Pages and REST share it, so that askers cost one
 * core and not all. An answer that hears no interrupt keeps its turn for as long again; then the
 * next one has it, while few are left behind like this. Safe for use by many threads.
 */
public final class AnswerInTurn {

  /** Cores that answers may take which hear no interrupt, beside the one in its turn. */
  private static final int MOST_LEFT_BEHIND = 2;

  private final Duration limit;
  private final String name;
  private final String advice;
  private final Semaphore turn = new Semaphore(1, true);
  private final Semaphore leaving = new Semaphore(MOST_LEFT_BEHIND);
  private final Executor muchLater;

  /** Changed by {@link Turn#leaveBehind} alone, before it gives the turn back. */
  private ExecutorService thread;

  /**
   * Prepares for what an experiment could compute, too.
   *
   * @param name of the thread that answers
   * @param limit how long an answer may take; it is interrupted then
   */
  public AnswerInTurn(String name, Duration limit) {
    this(name, limit, "Ask for fewer steps, samples or nodes, or run the experiment.");
  }

  /**
   * Prepares.
   *
   * @param name of the thread that answers
   * @param limit how long an answer may take; it is interrupted then
   * @param advice what to do where that is not enough, a sentence
   */
  public AnswerInTurn(String name, Duration limit, String advice) {
    this.limit = limit;
    this.name = name;
    this.advice = advice;
    muchLater = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
    thread = newThread();
  }

  private ExecutorService newThread() {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /**
   * Answers in the calling thread's time.
   *
   * @param patience how long the caller waits for others to be answered
   * @throws NoAnswer where that is not enough
   * @throws TookTooLong where the answer takes too long
   * @throws NotEnoughMemory where memory ran out
   */
  public <T> T answer(Duration patience, Supplier<T> question) {
    try {
      if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NoAnswer("The server answers others first. Ask again in a few seconds.");
      }
    } catch (InterruptedException stopped) {
      throw interrupted();
    }
    var held = new Turn();
    Future<T> answer = thread.submit(() -> held.take(question));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException endless) {
      stop(answer, held);
      throw new TookTooLong(
          "It was stopped: the answer took longer than %d s. %s"
              .formatted(limit.toSeconds(), advice));
    } catch (ExecutionException refused) {
      throw NotEnoughMemory.of(Objects.requireNonNull(refused.getCause()));
    } catch (InterruptedException stopped) {
      stop(answer, held);
      throw interrupted();
    }
  }

  private void stop(Future<?> answer, Turn held) {
    answer.cancel(true);
    if (held.begun.compareAndSet(false, true)) {
      turn.release(); // a task that was cancelled before it began never runs
    } else {
      muchLater.execute(held::leaveBehind);
    }
  }

  /** The turn of one question. */
  private final class Turn {

    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();

    <T> T take(Supplier<T> question) {
      if (!begun.compareAndSet(false, true)) {
        throw interrupted();
      }
      try {
        return question.get();
      } finally {
        if (over.compareAndSet(false, true)) {
          turn.release();
        } else {
          leaving.release();
        }
      }
    }

    /** Lets the next one have the turn, on another thread, where this one has it still. */
    void leaveBehind() {
      if (over.get() || !leaving.tryAcquire()) {
        return;
      }
      if (over.compareAndSet(false, true)) {
        thread.shutdown();
        thread = newThread();
        turn.release();
      } else {
        leaving.release();
      }
    }
  }

  private static NoAnswer interrupted() {
    Thread.currentThread().interrupt();
    return new NoAnswer("It was stopped, since the server ends.");
  }

  /** For use inside a long answer: stops it where its time is over. */
  public static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new NoAnswer("It was stopped.");
    }
  }

  /** A question that is not answered now; the message says what to do. */
  public static class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Duration after;

    NoAnswer(String sentence) {
      this(sentence, SOON);
    }

    /**
     * With a sentence that says what to do.
     *
     * @param after when to ask again
     */
    public NoAnswer(String sentence, Duration after) {
      super(sentence);
      this.after = after;
    }

    /** How long to wait before the question is asked again. */
    public Duration after() {
      return after;
    }
  }

  /** An answer that was not there in time. */
  public static final class TookTooLong extends NoAnswer {
    private static final long serialVersionUID = 1L;

    TookTooLong(String sentence) {
      super(sentence);
    }
  }
}
