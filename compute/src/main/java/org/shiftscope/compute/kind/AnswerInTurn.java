package org.shiftscope.compute.kind;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
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
 * none for longer than a limit. Pages and REST share it, so that askers cost one core and not all.
 * Safe for use by many threads.
 */
public final class AnswerInTurn {

  private final Duration limit;
  private final String advice;
  private final Semaphore turn = new Semaphore(1, true);
  private final ExecutorService thread;

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
    this.advice = advice;
    thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /**
   * Answers in the calling thread's time.
   *
   * @param patience how long the caller waits for others to be answered
   * @throws NoAnswer where that is not enough, or the answer takes too long
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
    var begun = new AtomicBoolean();
    Future<T> answer = thread.submit(() -> freeing(question, begun));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException endless) {
      answer.cancel(true);
      throw new NoAnswer(
          "It was stopped: the answer took longer than %d s. %s"
              .formatted(limit.toSeconds(), advice));
    } catch (ExecutionException refused) {
      throw NotEnoughMemory.of(Objects.requireNonNull(refused.getCause()));
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      if (begun.compareAndSet(false, true)) {
        turn.release(); // a task that was cancelled before it began never runs
      }
      throw interrupted();
    }
  }

  private <T> T freeing(Supplier<T> question, AtomicBoolean begun) {
    if (!begun.compareAndSet(false, true)) {
      throw interrupted();
    }
    try {
      return question.get();
    } finally {
      turn.release();
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
  public static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(String sentence) {
      super(sentence);
    }
  }
}
