package org.shiftscope.server.rest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;

/**
 * Bounds what long answers take of the memory, however many are asked for at once and however
 * slowly they are read: few are made at the same time, since making one takes many times the memory
 * of its text, and the texts that wait for their readers have a bound. Safe for use by many
 * threads.
 */
final class LongTexts {

  private static final int KILO = 1 << 10;

  private final Duration patience;
  private final Semaphore turns;
  private final int mostKilobytes;
  private final Semaphore kilobytes;

  /**
   * Prepares.
   *
   * @param turns texts are made by so many at the same time
   * @param bytes what the texts that wait for their readers may take
   * @param patience how long one waits for others
   */
  LongTexts(int turns, long bytes, Duration patience) {
    this.patience = patience;
    this.turns = new Semaphore(turns, true);
    this.mostKilobytes = (int) Math.clamp(bytes / KILO, 1, Integer.MAX_VALUE);
    this.kilobytes = new Semaphore(mostKilobytes, true);
  }

  /** For this process: a turn for each processor, and an eighth of the heap. */
  static LongTexts ofProcess() {
    Runtime runtime = Runtime.getRuntime();
    return new LongTexts(
        runtime.availableProcessors(), runtime.maxMemory() / 8, Duration.ofSeconds(20));
  }

  /**
   * Makes texts and gives them to a reader.
   *
   * @param make makes them; of Latin letters, as JSON mostly is, each takes a byte
   * @param give writes them, as slowly as they are read
   * @return the texts
   * @throws NoAnswer where others that were there before take too long
   */
  List<String> pass(Supplier<List<String>> make, Consumer<String> give) {
    acquire(turns, 1);
    List<String> texts;
    int size;
    try {
      texts = make.get();
      long letters = texts.stream().mapToLong(String::length).sum();
      size = (int) Math.min(mostKilobytes, letters / KILO + 1); // the largest of all waits for all
      acquire(kilobytes, size);
    } finally {
      turns.release();
    }
    try {
      texts.forEach(give);
      return texts;
    } finally {
      kilobytes.release(size);
    }
  }

  private void acquire(Semaphore semaphore, int permits) {
    try {
      if (!semaphore.tryAcquire(permits, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NoAnswer(
            "The server gives long answers to others first. Ask again in a few seconds, or for"
                + " fewer trials at once by limit.",
            Duration.ofSeconds(5));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("It was stopped, since the server ends.", Duration.ofSeconds(5));
    }
  }
}
